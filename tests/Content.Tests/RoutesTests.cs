using SupportBot.Understanding;

namespace SupportBot.Content.Tests;

public class RoutesTests
{
    [Theory]
    [InlineData("someone keeps pushing me in the hallway", "bullying-report")]
    [InlineData("I want to report bullying", "bullying-report")]
    [InlineData("this girl is making fun of my shoes every day", "bullying-report")]
    [InlineData("they wont let me sit with them", "bullying-report")]
    [InlineData("my son is being bullied", "bullying-report")]
    [InlineData("i got bulying problems at recess, he tripped me", "bullying-report")]
    [InlineData("me empujan en el pasillo", "bullying-report")]
    [InlineData("se burlan de mi en clase", "bullying-report")]
    [InlineData("i have a code", "follow-up")]
    [InlineData("tengo un codigo", "follow-up")]
    [InlineData("what happened with my report?", "follow-up")]
    [InlineData("can I talk to a person", "talk-to-a-person")]
    [InlineData("necesito hablar con alguien", "talk-to-a-person")]
    [InlineData("i need help", "get-help")]
    [InlineData("hi", "menu")]
    [InlineData("Hola!", "menu")]
    public void Leads_to(string text, string id)
    {
        var route = BuiltIn.Router.Of(text);
        Assert.Equal(id, route.Id);
        Assert.True(route.IsSure, $"{route}");
    }

    [Theory]
    [InlineData("K7QM-2XVB-9TRA-H4WE-PN6D-3")]
    [InlineData("k7qm2xvb9trah4wepn6d3")]
    [InlineData(" K7QM 2XVB 9TRA H4WE PN6D ")]
    [InlineData("KQMX-VBTR-AHWE-PNDS-FGJK-M")]
    public void A_text_that_is_a_receipt_code_leads_to_the_follow_up(string text) =>
        Assert.Equal(new Route(RouteTarget.Dialog, "follow-up", 1) { Intent = "follow-up-report" }, BuiltIn.Router.Of(text));

    [Theory]
    [InlineData("they keep laughing at me on")]
    [InlineData("some kids push each other")]
    [InlineData("8th to 9th grade handoff")]
    [InlineData("1234")]
    [InlineData("K7QM-2XVB")]
    public void Other_text_is_no_receipt_code(string text) => Assert.False(ReceiptText.IsCode(text));

    [Theory]
    [InlineData("purple elephants dance at noon")]
    [InlineData("asdf jkl")]
    [InlineData("")]
    public void What_nobody_knows_leads_to_the_menu_without_confidence(string text) =>
        Assert.Equal(Route.Menu, BuiltIn.Router.Of(text));

    [Fact]
    public void One_hint_is_not_sure_and_is_asked_about()
    {
        var route = BuiltIn.Router.Of("there was an incident");
        Assert.Equal("bullying-report", route.Id);
        Assert.False(route.IsSure);
    }

    [Fact]
    public void Two_routes_with_as_much_for_them_are_both_unsure()
    {
        var likely = BuiltIn.Router.Likely("bullying code");
        Assert.Equal(2, likely.Count);
        Assert.All(likely, r => Assert.False(r.IsSure));
    }

    [Fact]
    public void The_target_says_protocol_or_dialog()
    {
        Assert.Equal(RouteTarget.Protocol, BuiltIn.Router.Of("report bullying").Target);
        Assert.Equal(RouteTarget.Dialog, BuiltIn.Router.Of("i have a code").Target);
    }
}
