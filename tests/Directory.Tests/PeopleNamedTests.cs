using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

public class PeopleNamedTests
{
    private static string Named(string text) =>
        string.Join(' ', PeopleNamed.In(text, SmallDistrict.District).Order().Select(id => id));

    [Theory]
    [InlineData("It was Ben Park who did it", "ben-park")]
    [InlineData("ben park's class", "ben-park")]
    [InlineData("Park, Ben", "ben-park")]
    [InlineData("BEN J. PARK", "ben-park")]
    [InlineData("Ana Garcia", "ana-garcia-lopez")]
    [InlineData("ana garcía-lópez", "ana-garcia-lopez")]
    [InlineData("Ms. Lopez laughed", "ana-garcia-lopez")]
    [InlineData("la profe García no hizo nada", "ana-garcia-lopez")]
    [InlineData("Mrs Garcai saw it", "ana-garcia-lopez")]
    [InlineData("Miss Ana saw it", "ana-garcia-lopez")]
    [InlineData("Dr. O'Brien", "cleo-obrien")]
    [InlineData("Mr. O’Brien's room", "cleo-obrien")]
    [InlineData("coach b yells at us", "ben-park")]
    public void Somebody_named_is_kept_out(string text, string person) => Assert.Equal(person, Named(text));

    [Fact]
    public void Two_people_with_one_last_name_are_both_kept_out() =>
        Assert.Equal("ben-park dina-park", Named("Mr. Park pushed him"));

    [Fact]
    public void An_initial_before_a_last_name_does_not_hide_it() => Assert.Equal("cleo-obrien", Named("Mr. C. O'Brien"));

    [Theory]
    [InlineData("They pushed me in the park")]
    [InlineData("Ben hit me")]
    [InlineData("my friend Ana")]
    [InlineData("I banned him. He parks there.")]
    [InlineData("")]
    public void A_word_that_may_mean_somebody_else_keeps_nobody_out(string text) => Assert.Equal("", Named(text));

    [Theory]
    [InlineData("Park", "ben-park dina-park")]
    [InlineData("obrien and her friends", "cleo-obrien")]
    [InlineData("the school nurse", "eli-stone")]
    [InlineData("la enfermera", "eli-stone")]
    [InlineData("the nurse's friend", "eli-stone")]
    [InlineData("a boy in 7th grade", "")]
    public void In_the_answer_to_who_a_last_name_or_a_role_is_enough(string text, string people) =>
        Assert.Equal(people, string.Join(' ', PeopleNamed.InAnswerToWho(text, SmallDistrict.District, "north-middle").Order()));

    [Fact]
    public void A_role_means_the_people_of_that_school()
    {
        Assert.Contains("ana-garcia-lopez", PeopleNamed.InAnswerToWho("my counselor", SmallDistrict.District, "north-middle"));
        Assert.DoesNotContain("ana-garcia-lopez", PeopleNamed.InAnswerToWho("my counselor", SmallDistrict.District, "alder-creek"));
    }
}
