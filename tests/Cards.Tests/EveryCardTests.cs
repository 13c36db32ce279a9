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
        var without = CardSamples.Makers.Where(m => !CardSamples.All.Any(s => m.GetParameters()[0].ParameterType.IsInstanceOfType(s.Input)));
        Assert.Empty(without.Select(m => $"{m.DeclaringType!.Name}.{m.Name}: add a sample to CardSamples"));
        Assert.Equal(["CaseAlertCard", "CaseClosedCard", "CaseTakenCard", "HelpNumbersCard", "TaskDueCard"], CardSamples.Makers.Select(m => m.DeclaringType!.Name).Intersect(["CaseAlertCard", "CaseTakenCard", "CaseClosedCard", "TaskDueCard", "HelpNumbersCard"]).Order());
    }

    [Theory, MemberData(nameof(Samples))]
    public void Is_valid_by_the_official_schema(string sample) =>
        Assert.Empty(CardSchema.Faults(CardSamples.Make(CardSamples.Input(sample)).ToJson()));

    /// <summary>Letters of two bytes, and those that JSON writes with six.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void Stays_small_even_when_every_text_is_endless(string sample)
    {
        foreach (var letter in "é<")
        {
            var input = Planted.TextInputsOf(CardSamples.Input(sample)).Aggregate(CardSamples.Input(sample), (i, text) => Planted.In(i, text, new string(letter, 50_000)));
            Assert.InRange(Size(input), 200, 28 * 1024);
        }
    }

    [Theory]
    [InlineData("case-detail", "Tasks", 30)]
    [InlineData("case-detail", "Clocks", 30)]
    [InlineData("case-detail-live", "Watch", 30)]
    [InlineData("case-detail-live", "Blocks", 30)]
    [InlineData("summary", "Lines", 30)]
    [InlineData("help", "Numbers", 20)]
    [InlineData("help", "Paragraphs", 20)]
    [InlineData("resources", "Entries", 20)]
    [InlineData("welcome", "Paragraphs", 20)]
    [InlineData("form", "Inputs", 3)]
    [InlineData("trainings", "Courses", 20)]
    [InlineData("training-dates", "Dates", 20)]
    [InlineData("my-trainings", "Trainings", 20)]
    [InlineData("roster", "Groups", 20)]
    [InlineData("roster", "Lines", 20)]
    [InlineData("hire-preview", "Refused", 20)]
    [InlineData("hire-progress", "Late", 20)]
    [InlineData("hire-progress", "Series", 20)]
    public void Stays_small_with_many_entries(string sample, string list, int times)
    {
        var longer = Planted.Longer(CardSamples.Input(sample), list, times);
        Assert.InRange(Size(longer), 200, 28 * 1024);
        Assert.InRange(Size(Planted.TextInputsOf(longer).Where(t => t.StartsWith(list, StringComparison.Ordinal)).Aggregate(longer, (i, text) => Planted.In(i, text, new string('a', 4_000)))), 200, 28 * 1024);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Stays_small_with_the_longest_link_and_data(string sample)
    {
        var input = CardSamples.Input(sample);
        if (input.GetType().GetProperty("Case") is { } link)
            Size(input, link, new CaseLink("K7M-2QD", null, new string('t', 1000)) { RefreshFor = [.. Enumerable.Repeat(new string('9', 200), 60)] });
        if (input.GetType().GetProperty("Ask") is { } ask)
            Size(input, ask, new CardAsk("en", new Dictionary<string, string> { ["token"] = new string('t', 995) }));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Has_at_most_six_actions_and_each_says_what_it_does(string sample)
    {
        var actions = CardSamples.ActionsOf(CardSamples.Make(CardSamples.Input(sample)));
        Assert.InRange(actions.Count, CardSamples.Input(sample) is ClosedQuestion ? 0 : 1, 6);
        Assert.All(actions, a => Assert.False(string.IsNullOrWhiteSpace(a.Title)));
    }

    /// <summary>A client that knows no Action.Execute sends the same, and the verb with it.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void Every_execute_has_a_submit_that_says_the_same(string sample)
    {
        var all = CardSamples.ActionsOf(CardSamples.Make(CardSamples.Input(sample)));
        foreach (var execute in all.Concat(all.OfType<AdaptiveShowCardAction>().SelectMany(a => a.Card.Actions)).OfType<AdaptiveExecuteAction>())
        {
            var submit = Assert.IsType<AdaptiveSubmitAction>(execute.Fallback.Content);
            Assert.Equal(execute.Title, submit.Title);
            Assert.Equal(execute.AssociatedInputs, submit.AssociatedInputs);
            var data = JsonNode.Parse(submit.DataJson)!.AsObject();
            Assert.Equal(execute.Verb, (string?)data["verb"]);
            data.Remove("verb");
            Assert.Equal(JsonNode.Parse(execute.DataJson)!.ToJsonString(), data.ToJsonString());
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Says_its_language_and_what_it_is_without_being_drawn(string sample)
    {
        var card = CardSamples.Make(CardSamples.Input(sample));
        var isArabic = sample.EndsWith("-arabic", StringComparison.Ordinal);
        Assert.Equal(isArabic ? "ar" : "en", card.Lang);
        Assert.Equal(isArabic ? true : null, card.Rtl);
        Assert.Equal(new AdaptiveSchemaVersion(1, 5), card.Version);
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        Assert.False(string.IsNullOrWhiteSpace(card.Speak));
    }

    /// <summary>What stands on a card in another language comes from content, all of it.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void No_English_of_ours_stands_on_a_card_in_another_language(string sample)
    {
        if (!sample.EndsWith("-arabic", StringComparison.Ordinal)) return;
        string[] shown = ["text", "title", "label", "placeholder", "errorMessage", "fallbackText", "speak", "tooltip"];
        var strings = Planted.Strings(JsonNode.Parse(CardSamples.Make(CardSamples.Input(sample)).ToJson())).Where(s => shown.Contains(s.Member)).Select(s => s.Value);
        Assert.DoesNotContain(strings, s => s.Any(char.IsAsciiLetter) && !s.Contains(" School ", StringComparison.Ordinal));
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
    /// What a person typed, and everything on a card about a case, stands in runs or nowhere; an earlier value stands in its
    /// input. Content may also stand where 1.5 has no run (decision 0008), and then without a mark that a host could read.
    /// </summary>
    [Theory, MemberData(nameof(TextInputs))]
    public void Text_from_outside_stands_in_runs_or_is_content_without_marks(string sample, string text)
    {
        var input = CardSamples.Input(sample);
        var strings = Planted.Strings(JsonNode.Parse(CardSamples.Make(Planted.In(input, text, Canary)).ToJson())!).ToList();
        var found = strings.Where(s => s.Value.Contains(CanaryWord, StringComparison.Ordinal)).ToList();
        var elsewhere = found.Where(s => !s.InRun && !(text == "Inputs.Value" ? IsValue(s) : MayHoldContent(input, text) && IsContentPlace(s) && s.Value.IndexOfAny([.. "*_`~[]<>{}\\|"]) < 0));
        Assert.Empty(elsewhere.Select(s => s.Path));
        Assert.DoesNotContain(strings, s => s.Member != "value" && (s.Value.Contains('\u202E') || s.Value.Contains('\n')));
        Assert.DoesNotContain(found, s => s.InRun && s.Value.Contains("{{", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_text_is_shown_by_some_sample()
    {
        var unseen = CardSamples.All
            .SelectMany(s => Planted.TextInputsOf(s.Input).Select(text => (Text: $"{s.Input.GetType().Name}.{text}", IsShown: CardSamples.Make(Planted.In(s.Input, text, Canary)).ToJson().Contains(CanaryWord, StringComparison.Ordinal))))
            .GroupBy(t => t.Text)
            .Where(t => !t.Any(one => one.IsShown));
        // Notes for what is too long are only shown where something is: the tests of those cards look for them.
        Assert.Equal(["FormShown.KeptNote", "Summary.CutNote"], unseen.Select(t => t.Key).Order());
    }

    private static bool MayHoldContent(object input, string text) =>
        text != "Lines.Answer" && input is not IReadOnlyList<HelpNumber> && input.GetType().GetProperty("Case") is null && !text.StartsWith("Numbers", StringComparison.Ordinal) && !text.StartsWith("Entries", StringComparison.Ordinal);

    private static bool IsContentPlace((string Path, string Value, bool InRun, string Member, JsonObject? Around) s) => s.Member switch
    {
        "label" or "errorMessage" or "placeholder" or "title" or "fallbackText" or "speak" => true,
        "text" => (string?)s.Around!["style"] == "heading",
        _ => false,
    };

    private static bool IsValue((string Path, string Value, bool InRun, string Member, JsonObject? Around) s) => s.Member == "value" && (string?)s.Around!["type"] == "Input.Text";

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

    [Fact]
    public void A_card_refreshes_for_at_most_sixty_people_by_ids_that_are_no_sentence()
    {
        var link = new CaseLink("K7M-2QD", null, "t");
        Assert.Throws<ArgumentException>(() => link with { RefreshFor = [.. Enumerable.Repeat("29:1", 61)] });
        Assert.Throws<ArgumentException>(() => link with { RefreshFor = ["29:1 and a sentence"] });
        Assert.Null(WaitingPersonCard.Of(new WaitingPerson(link, "", CardSamples.Now, CardSamples.Now), ContentWords.English).Refresh);
    }

    [Fact]
    public void Every_case_card_is_refreshed_by_the_same_verb_and_data_as_it_is_acted_on()
    {
        var cards = CardSamples.All.Where(s => s.Input.GetType().GetProperty("Case")?.GetValue(s.Input) is CaseLink { RefreshFor.Count: > 0 }).Select(s => CardSamples.Make(s.Input)).ToList();
        Assert.True(cards.Count >= 8);
        Assert.All(cards, c =>
        {
            Assert.Equal("case.refresh", c.Refresh.Action.Verb);
            Assert.Equal(["29:1aGFsbG8_d29ybGQ", "29:1Yi1iLWI"], c.Refresh.UserIds);
            Assert.Equal("""{"case":"K7M-2QD","token":"eyJjYXNlIjoiSzdNLTJRRCJ9.c2lnbmF0dXJl"}""", c.Refresh.Action.DataJson);
        });
    }

    [Theory]
    [InlineData("note", "a sentence")]
    [InlineData("note", "")]
    [InlineData("a sentence", "x")]
    [InlineData("f.answer", "x")]
    [InlineData("verb", "x")]
    [InlineData("token", "ends in a break\n")]
    public void No_sentence_gets_into_the_data_of_an_action(string name, string value)
    {
        Assert.Throws<ArgumentException>(() => new CardAsk("en", new Dictionary<string, string> { [name] = value }));
        Assert.Throws<ArgumentException>(() => new CardButton("Back", new Dictionary<string, string> { [name] = value }));
        Assert.Throws<ArgumentException>(() => new CardChoice("a", "A", new Dictionary<string, string> { [name] = value }));
    }

    [Fact]
    public void Ids_languages_and_seals_are_of_a_safe_form()
    {
        Assert.Throws<ArgumentException>(() => new CardChoice("a sentence", "A"));
        Assert.Throws<ArgumentException>(() => new CardChoice("a,b", "A"));
        Assert.Throws<ArgumentException>(() => new CardAsk("not a language", new Dictionary<string, string>()));
        Assert.Equal("es", ClosedQuestionCard.Of(new ClosedQuestion("es-MX", "a", "b", "c")).Lang);
    }

    private static int Size(object input) => Encoding.UTF8.GetByteCount(CardSamples.Make(input).ToJson());

    private static void Size(object input, System.Reflection.PropertyInfo property, object value)
    {
        var copy = input.GetType().GetMethod("<Clone>$")!.Invoke(input, null)!;
        property.SetValue(copy, value);
        var full = Planted.TextInputsOf(copy).Aggregate(copy, (i, text) => Planted.In(i, text, new string('é', 5_000)));
        Assert.InRange(Size(full), 200, 28 * 1024);
    }
}
