using System.Text;
using System.Text.Json.Nodes;
using AdaptiveCards;
using SupportBot.Tests;

namespace SupportBot.Cards.Tests;

/// <summary>What holds for every card, whoever adds the next one.</summary>
public class EveryCardTests
{
    private const string Canary = "**Zq** [canary](https://evil.example) {{DATE(2026-01-01T00:00:00Z)}} \n\u202E end";
    private const string CanaryWord = "Zq";

    public static TheoryData<string> Samples() => [.. CardSamples.All.Select(s => s.Name)];

    /// <summary>Sample and text input: every string that a card takes from outside.</summary>
    public static TheoryData<string, string> TextInputs()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, input) in CardSamples.All)
            foreach (var text in Planted.TextInputsOf(input))
                data.Add(name, text);
        return data;
    }

    [Fact]
    public void Every_card_of_the_room_has_a_sample()
    {
        var without = CardSamples.Makers.Where(m => !CardSamples.All.Any(s => m.GetParameters() is [var only] && only.ParameterType.IsInstanceOfType(s.Input)));
        Assert.Empty(without.Select(m => $"{m.DeclaringType!.Name}.{m.Name}: add a sample to CardSamples"));
        Assert.Equal(["CaseAlertCard", "CaseClosedCard", "CaseTakenCard", "HelpNumbersCard", "TaskDueCard"], CardSamples.Makers.Select(m => m.DeclaringType!.Name).Intersect(["CaseAlertCard", "CaseTakenCard", "CaseClosedCard", "TaskDueCard", "HelpNumbersCard"]).Order());
    }

    [Theory, MemberData(nameof(Samples))]
    public void Is_valid_by_the_official_schema(string sample) =>
        Assert.Empty(CardSchema.Faults(CardSamples.Make(CardSamples.Input(sample)).ToJson()));

    [Theory, MemberData(nameof(Samples))]
    public void Stays_small_even_when_every_text_is_endless(string sample)
    {
        var input = Planted.TextInputsOf(CardSamples.Input(sample)).Aggregate(CardSamples.Input(sample), (i, text) => Planted.In(i, text, new string('é', 50_000)));
        Assert.InRange(Encoding.UTF8.GetByteCount(CardSamples.Make(input).ToJson()), 200, 28 * 1024);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Has_at_most_six_actions_and_each_says_what_it_does(string sample)
    {
        var card = CardSamples.Make(CardSamples.Input(sample));
        Assert.InRange(card.Actions.Count, 1, 6);
        Assert.All(card.Actions, a => Assert.False(string.IsNullOrWhiteSpace(a.Title)));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Says_its_language_and_what_it_is_without_being_drawn(string sample)
    {
        var card = CardSamples.Make(CardSamples.Input(sample));
        Assert.Equal("en", card.Lang);
        Assert.Equal(new AdaptiveSchemaVersion(1, 5), card.Version);
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        Assert.False(string.IsNullOrWhiteSpace(card.Speak));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Comes_back_whole_from_json(string sample)
    {
        var json = CardSamples.Make(CardSamples.Input(sample)).ToJson();
        var read = AdaptiveCard.FromJson(json);
        Assert.Empty(read.Warnings);
        Assert.Equal(json, read.Card.ToJson());
    }

    /// <summary>
    /// A display name is written by people; the rest (kind, school, state, task, help numbers) is the district's own content.
    /// All of it is held to the stricter rule: a text run, where no host reads Markdown, or nowhere.
    /// </summary>
    [Theory, MemberData(nameof(TextInputs))]
    public void Text_from_outside_stands_in_runs_only(string sample, string text)
    {
        var card = CardSamples.Make(Planted.In(CardSamples.Input(sample), text, Canary));
        var json = JsonNode.Parse(card.ToJson())!;
        var elsewhere = Planted.Strings(json).Where(s => s.Value.Contains(CanaryWord, StringComparison.Ordinal) && !s.InRun);
        Assert.Empty(elsewhere.Select(s => s.Path));
        Assert.Contains(Planted.Strings(json), s => s.InRun && s.Value.Contains(CanaryWord, StringComparison.Ordinal));
        Assert.DoesNotContain(Planted.Strings(json), s => s.Value.Contains('\u202E') || s.Value.Contains('\n'));
    }

    [Fact]
    public void The_canary_check_itself_can_fail()
    {
        var json = JsonNode.Parse(new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock(Canary) } }.ToJson())!;
        Assert.Contains(Planted.Strings(json), s => !s.InRun && s.Value.Contains(CanaryWord, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("K7M 2QD", "https://a.example", "t")]
    [InlineData("", "https://a.example", "t")]
    [InlineData("K7M-2QD", "javascript:alert(1)", "t")]
    [InlineData("K7M-2QD", "/console", "t")]
    [InlineData("K7M-2QD", "https://a.example", "")]
    [InlineData("K7M-2QD", "https://a.example", "a sentence")]
    public void A_link_takes_nothing_but_a_number_an_address_and_a_token(string number, string url, string token) =>
        Assert.Throws<ArgumentException>(() => new CaseLink(number, new Uri(url, UriKind.RelativeOrAbsolute), token));
}
