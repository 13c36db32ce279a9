using SupportBot.Directory;

namespace SupportBot.Content.Tests;

/// <summary>The words by which people tell who asks, for which grade and where, in the six languages.</summary>
public class AskingContentTests
{
    private static readonly District District = BuiltInDirectory.District;

    [Theory]
    [InlineData("my son is being picked on", Who.Family)]
    [InlineData("As a parent I worry about grades", Who.Family)]
    [InlineData("I'm the grandmother of a 2nd grader", Who.Family)]
    [InlineData("is there a group for parents", Who.Family)]
    [InlineData("mi hija no quiere comer", Who.Family)]
    [InlineData("soy mamá de dos niños", Who.Family)]
    [InlineData("como padre de familia quiero saber", Who.Family)]
    [InlineData("con tôi bị bắt nạt", Who.Family)]
    [InlineData("con gai toi khong muon di hoc", Who.Family)]
    [InlineData("tôi là phụ huynh", Who.Family)]
    [InlineData("我女儿不想上学", Who.Family)]
    [InlineData("作为家长，我该怎么办", Who.Family)]
    [InlineData("мой сын не хочет в школу", Who.Family)]
    [InlineData("как мать я волнуюсь", Who.Family)]
    [InlineData("wiilkaygu iskuulka ma rabo wiilkayga", Who.Family)]
    [InlineData("gabadhaydu way murugaysan tahay, waxaan ahay hooyo", Who.Family)]
    [InlineData("I'm 12 and nobody sits with me", Who.Student)]
    [InlineData("I am in 8th grade", Who.Student)]
    [InlineData("my mom drinks too much", Who.Student)]
    [InlineData("tengo 13 años", Who.Student)]
    [InlineData("em 13 tuổi", Who.Student)]
    [InlineData("我今年13岁", Who.Student)]
    [InlineData("мне 13 лет", Who.Student)]
    [InlineData("waxaan ahay 13 jir", Who.Student)]
    [InlineData("where can I find food", null)]
    [InlineData("I am 45", null)]
    [InlineData("my kid brother is sad", null)]
    [InlineData("my friend is sad", null)]
    public void Who_asks_is_heard(string text, Who? who) => Assert.Equal(who, District.Asking.Read(text).Who);

    [Theory]
    [InlineData("I'm 12", "6-8")]
    [InlineData("my 7 year old cries", "k-5")]
    [InlineData("my 7-year-old cries", "k-5")]
    [InlineData("he is in 8th grade", "6-8")]
    [InlineData("eighth grade", "6-8")]
    [InlineData("kindergarten", "k-5")]
    [InlineData("high school", "9-12")]
    [InlineData("my 10th grader", "9-12")]
    [InlineData("tengo 13 años", "6-8")]
    [InlineData("mi hijo de 7 años", "k-5")]
    [InlineData("está en octavo grado", "6-8")]
    [InlineData("la preparatoria", "9-12")]
    [InlineData("con tôi 7 tuổi", "k-5")]
    [InlineData("học lớp 10", "9-12")]
    [InlineData("我12岁", "6-8")]
    [InlineData("八年级", "6-8")]
    [InlineData("上高中", "9-12")]
    [InlineData("сыну 7 лет", "k-5")]
    [InlineData("в 8-м классе", "6-8")]
    [InlineData("waxaan ahay 13 jir", "6-8")]
    [InlineData("fasalka 8aad", "6-8")]
    [InlineData("I'm 10 minutes away", null)]
    [InlineData("my 7 year old and my 15 year old", null)]
    [InlineData("call 988", null)]
    public void The_grade_is_heard(string text, string? grades) => Assert.Equal(grades, District.Asking.Read(text).Grades);

    [Theory]
    [InlineData("in Gresham", "Portland")]
    [InlineData("in San José", "Santa Clara")]
    [InlineData("Santa Clara county", "Santa Clara")]
    [InlineData("en Palo Alto", "Palo Alto")]
    [InlineData("Beaverton", "Portland West")]
    [InlineData("в Портленде", "Portland")]
    [InlineData("圣何塞", "Santa Clara")]
    public void The_place_is_heard(string text, string area) => Assert.Equal(area, District.Asking.Read(text).Places[0]);

    [Fact]
    public void Every_area_that_is_a_place_on_the_map_can_be_named()
    {
        // The rest are the country, and districts: nobody asks for what is in "riverbend".
        string[] none = ["US", "riverbend", "PPS", "PAUSD"];
        Assert.All(District.Resources.All.SelectMany(r => r.Areas).Distinct().Except(none), a => Assert.NotNull(District.Asking.Around(a)));
    }

    [Fact]
    public void A_place_in_one_state_shows_nothing_of_the_other()
    {
        var shown = District.Resources.Topics.Select(t => District.Resources.ByTopic(t.Id, District.AudienceOf("in San Jose", Who.Family), new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero)))
            .SelectMany(p => p.First.Concat(p.More)).Select(s => s.Resource).ToList();
        Assert.Contains(shown, r => r.Areas.Contains("Santa Clara"));
        Assert.Contains(shown, r => r.Areas.Contains("riverbend"));
        Assert.DoesNotContain(shown, r => r.Areas.Contains("OR"));
    }
}
