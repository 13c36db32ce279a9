using System.Text.Json.Nodes;
using AdaptiveCards;
using SupportBot.Cases;

namespace SupportBot.Cards.Tests;

public class CaseCardTests
{
    private static IEnumerable<string> Texts(AdaptiveCard card) =>
        Planted.Strings(JsonNode.Parse(card.ToJson())).Where(s => s.Path.EndsWith(".text", StringComparison.Ordinal)).Select(s => s.Value);

    private static AdaptiveCard Alert(Severity severity, int timesTold = 1) =>
        CaseAlertCard.Of((AlertShown)CardSamples.Input("alert-urgent-second") with { Severity = severity, TimesTold = timesTold }, ContentWords.English);

    [Fact]
    public void An_alert_takes_nothing_but_severity_kind_school_age_and_number() =>
        Assert.Equal(["Case", "KindTitle", "Severity", "SchoolName", "RaisedAt", "Now", "TimesTold"], typeof(AlertShown).GetProperties().Select(p => p.Name));

    [Theory]
    [InlineData(Severity.Critical)]
    [InlineData(Severity.Urgent)]
    [InlineData(Severity.Standard)]
    public void Severity_is_said_in_words_and_coloured_each_its_own_way(Severity severity)
    {
        var card = Alert(severity);
        Assert.Contains($"{severity} alert", Texts(card));
        Assert.Contains($"{severity} alert", card.FallbackText);
        Assert.Contains($"{severity} alert", card.Speak);
        Assert.Equal(3, Enum.GetValues<Severity>().Select(s => ((AdaptiveContainer)Alert(s).Body[0]).Style).Distinct().Count());
    }

    [Theory]
    [InlineData(1, "First alert")]
    [InlineData(2, "Second alert: not yet acknowledged")]
    [InlineData(12, "12th alert: not yet acknowledged")]
    public void An_alert_says_which_one_it_is(int timesTold, string words)
    {
        Assert.Contains(words, Texts(Alert(Severity.Urgent, timesTold)));
        Assert.Contains(words, Alert(Severity.Urgent, timesTold).Speak);
    }

    [Fact]
    public void An_alert_before_the_first_is_a_bug() => Assert.Throws<ArgumentOutOfRangeException>(() => Alert(Severity.Urgent, 0));

    [Fact]
    public void An_alert_is_acknowledged_by_a_verb_with_the_number_and_the_token()
    {
        var acknowledge = Assert.IsType<AdaptiveExecuteAction>(Alert(Severity.Urgent).Actions[0]);
        Assert.Equal("case.acknowledge", acknowledge.Verb);
        var data = JsonNode.Parse(acknowledge.DataJson)!;
        Assert.Equal("K7M-2QD", (string?)data["case"]);
        Assert.Equal("eyJjYXNlIjoiSzdNLTJRRCJ9.c2lnbmF0dXJl", (string?)data["token"]);
        Assert.Equal(2, data.AsObject().Count);
    }

    [Fact]
    public void A_case_opens_in_the_console_and_without_one_by_a_verb()
    {
        var open = Assert.IsType<AdaptiveOpenUrlAction>(CardSamples.Make(CardSamples.Input("alert-critical")).Actions[1]);
        Assert.Equal("https://support.example.org/console/cases/K7M-2QD", open.UrlString);
        var ask = Assert.IsType<AdaptiveExecuteAction>(CardSamples.Make(CardSamples.Input("alert-standard")).Actions[1]);
        Assert.Equal("case.open", ask.Verb);
    }

    [Fact]
    public void A_school_nobody_knows_yet_is_said_to_be_unknown() =>
        Assert.Contains("not known yet", Texts(CardSamples.Make(CardSamples.Input("alert-standard"))));

    [Fact]
    public void A_taken_case_says_who_since_when_and_how_it_stands_and_asks_for_nothing()
    {
        var card = CardSamples.Make(CardSamples.Input("taken"));
        Assert.Contains("Ana Ruiz", Texts(card));
        Assert.Contains("Safety check", Texts(card));
        Assert.Contains(Texts(card), t => t.Contains("4 minutes ago"));
        Assert.DoesNotContain(card.Actions.OfType<AdaptiveExecuteAction>(), a => a.Verb == CardVerbs.Acknowledge);
    }

    [Theory]
    [InlineData("task-later", "Task to do", "due in 3 days")]
    [InlineData("task-soon", "Task due soon", "due in 5 hours")]
    [InlineData("task-overdue", "Task overdue", "overdue by 26 hours")]
    public void A_task_says_how_much_time_is_left(string sample, string heading, string due)
    {
        var card = CardSamples.Make(CardSamples.Input(sample));
        Assert.Contains(heading, Texts(card));
        Assert.Contains($"This task is {due}.", Texts(card));
        Assert.Contains(due, card.FallbackText);
    }

    [Fact]
    public void A_moment_follows_the_readers_clock() =>
        Assert.Contains("Since {{DATE(2026-11-23T18:26:00Z, SHORT)}} {{TIME(2026-11-23T18:26:00Z)}} (4 minutes ago)", Texts(CardSamples.Make(CardSamples.Input("taken"))));

    [Fact]
    public void A_live_case_shows_what_is_watched_by_whom_and_what_blocks_the_way()
    {
        var card = CardSamples.Make(CardSamples.Input("case-detail-live"));
        string[] expected = ["Who stays with the student: ", "An adult at school", " (Ana Ruiz, 31 minutes ago)", "Means of harm at home: ", "not known yet", "Blocks Handed over: ", "Talk it over with a second qualified person", "; ", "Tell the family, or record the exception"];
        Assert.Equal(expected, Texts(card).Where(expected.Contains));
        Assert.Contains("Taken: somebody has this case. You do not need to acknowledge it.", Texts(card));
        Assert.DoesNotContain(card.Actions.OfType<AdaptiveExecuteAction>(), a => a.Verb == CardVerbs.Acknowledge);
    }

    [Fact]
    public void A_gate_that_nothing_blocks_says_that_the_way_is_open()
    {
        var texts = Texts(CardSamples.Make(CardSamples.Input("case-detail-open-way"))).ToList();
        Assert.Equal("the way is open", texts[texts.IndexOf("To Handed over: ") + 1]);
    }
}
