using System.Text;
using System.Text.Json.Nodes;
using AdaptiveCards;

namespace SupportBot.Cards.Tests;

public class RosterCardTests
{
    private static RosterShown Sample => (RosterShown)CardSamples.Input("roster");

    private static AdaptiveChoiceSetInput? Picker(AdaptiveCard card) => card.Body.OfType<AdaptiveChoiceSetInput>().SingleOrDefault();

    private static List<string> Lines(AdaptiveCard card) => [.. Planted.Strings(JsonNode.Parse(card.ToJson())).Where(s => s.InRun).Select(s => s.Value)];

    [Fact]
    public void Whoever_is_not_there_yet_is_picked_from_a_list_and_let_in_with_the_buttons_own_data()
    {
        var card = RosterCard.Of(Sample);
        Assert.Equal(16, Picker(card)!.Choices.Count);
        Assert.True(Picker(card)!.IsRequired);
        Assert.Null(Picker(card)!.Value);
        Assert.Equal(["Let in", "Refresh", "All rosters", "Open in the console"], CardSamples.ActionsOf(card).Select(a => a.Title));
        var actions = CardSamples.ActionsOf(card).OfType<AdaptiveExecuteAction>().ToList();
        Assert.Equal([AdaptiveAssociatedInputs.Auto, AdaptiveAssociatedInputs.None, AdaptiveAssociatedInputs.None], actions.Select(a => a.AssociatedInputs));
        Assert.Equal("let-in~d1", (string?)JsonNode.Parse(actions[0].DataJson)!["c"]);
    }

    [Fact]
    public void Where_nobody_is_to_be_let_in_there_is_nothing_to_pick()
    {
        var card = RosterCard.Of(Sample with { Picker = null, Page = null });
        Assert.Null(Picker(card));
        Assert.Equal(["Refresh", "All rosters"], CardSamples.ActionsOf(card).Select(a => a.Title));
    }

    [Fact]
    public void A_long_roster_is_cut_and_says_how_many_more_there_are()
    {
        var names = Enumerable.Range(1, 300).Select(n => $"Person {n} {new string('é', 150)}").ToList();
        var card = RosterCard.Of(Sample with
        {
            Groups = [new RosterGroup("Checked in: 300", names, "and 285 more"), new RosterGroup("Not checked in yet: 300", names, "and 285 more")],
            Picker = Sample.Picker! with { People = [.. names.Select((n, at) => new CardChoice($"p{at}", n))] },
        });
        Assert.Equal(RosterCard.MostNames * 2, Lines(card).Count(l => l.StartsWith("Person ", StringComparison.Ordinal)));
        Assert.Equal(2, Lines(card).Count(l => l == "and 285 more"));
        Assert.Equal(40, Picker(card)!.Choices.Count);
        Assert.InRange(Encoding.UTF8.GetByteCount(card.ToJson()), 200, 28 * 1024);
    }

    [Fact]
    public void A_name_is_nothing_but_a_name()
    {
        var card = RosterCard.Of(Sample with
        {
            When = "Tuesday, **Library** [here](https://evil.example)",
            Note = "**Eve** [x](https://evil.example) is checked in.",
            Groups = [new RosterGroup("Checked in: 1", ["**Eve** [x](https://evil.example)"], null)],
            Picker = Sample.Picker! with { People = [new CardChoice("eve", "**Eve** [x](https://evil.example)")] },
        });
        Assert.Contains("**Eve** [x](https://evil.example)", Lines(card));
        Assert.Contains("Tuesday, **Library** [here](https://evil.example)", Lines(card));
        Assert.Equal("Eve x(https://evil.example)", Picker(card)!.Choices[0].Title);
    }

    [Fact]
    public void A_form_that_is_all_choices_shows_each_as_a_drop_down_with_words_and_none_is_picked_before()
    {
        var survey = (FormShown)CardSamples.Input("survey");
        var lists = ProtocolFormCard.Of(survey).Body.OfType<AdaptiveChoiceSetInput>().ToList();
        Assert.Equal(12, lists.Count);
        Assert.All(lists, l => Assert.Equal((AdaptiveChoiceInputStyle.Compact, false, null, "Choose one"), (l.Style, l.IsRequired, l.Value, l.Placeholder)));
        Assert.All(lists, l => Assert.Equal(["Yes, fully", "Mostly", "In between", "Not much", "No, not at all"], l.Choices.Select(c => c.Title)));
        // Without that a form shows five choices open, as before.
        Assert.All(ProtocolFormCard.Of(survey with { IsCompact = false }).Body.OfType<AdaptiveChoiceSetInput>(), l => Assert.Equal(AdaptiveChoiceInputStyle.Expanded, l.Style));
    }
}
