namespace SupportBot.Understanding.Tests;

public class ChoiceTextTests
{
    private static readonly (string, string)[] Places =
        [("classroom", "Classroom"), ("hall", "Hallway"), ("restroom", "Restroom or locker room"), ("bus", "On the bus"), ("stop", "At the bus stop"), ("online", "Online or by phone"), ("other", "Somewhere else")];

    private static readonly (string, string)[] Safety = [("safe", "Yes, I feel safe"), ("worried", "I am worried"), ("unsafe", "No, I do not feel safe")];

    [Theory]
    [InlineData("Hallway", "hall")]
    [InlineData("hall", "hall")]
    [InlineData("2", "hall")]
    [InlineData("number 2", "hall")]
    [InlineData("class", "classroom")]
    [InlineData("clasroom", "classroom")]
    [InlineData("the hallway", null)]
    [InlineData("halway", "hall")]
    [InlineData("locker", "restroom")]
    [InlineData("on the bus", "bus")]
    [InlineData("bus stop", "stop")]
    [InlineData("ONLINE!", "online")]
    [InlineData("phone", "online")]
    [InlineData("bus", "bus")]
    [InlineData("room", "restroom")]
    [InlineData("8", null)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData("or", null)]
    [InlineData("banana", null)]
    public void Finds_the_choice_that_is_meant(string text, string? id) => Assert.Equal(id, ChoiceText.Match(text, Places));

    [Theory]
    [InlineData("yes", "safe")]
    [InlineData("yeah", "safe")]
    [InlineData("no", "unsafe")]
    [InlineData("nope", "unsafe")]
    [InlineData("worried", "worried")]
    [InlineData("safe", "safe")]
    [InlineData("feel safe", null)]
    [InlineData("i", null)]
    public void Yes_and_no_are_choices_that_begin_so(string text, string? id) => Assert.Equal(id, ChoiceText.Match(text, Safety));

    [Theory]
    [InlineData("hallway and online", "hall,online")]
    [InlineData("2, 6", "hall,online")]
    [InlineData("6 2 2", "hall,online")]
    [InlineData("hallway", "hall")]
    [InlineData("hallway, banana", "")]
    public void Several_answers_are_taken_whole_or_not_at_all(string text, string ids) => Assert.Equal(ids, string.Join(',', ChoiceText.MatchSeveral(text, Places)));

    [Theory]
    [InlineData("Yes!", true)]
    [InlineData("yesss", true)]
    [InlineData("sí", true)]
    [InlineData("claro", true)]
    [InlineData("nah", false)]
    [InlineData("NO", false)]
    [InlineData("not sure", null)]
    [InlineData("yes but only once", null)]
    [InlineData("", null)]
    public void Reads_yes_and_no(string text, bool? said) => Assert.Equal(said, YesNo.Read(text));
}
