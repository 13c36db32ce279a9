using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportBot.Cards.Tests;

/// <summary>A card has one language, that of its reader, and all of its own words are content.</summary>
public sealed partial class CardLanguageTests
{
    /// <summary>Members that a person reads or hears; and <c>label</c> and so on of what asks.</summary>
    private static readonly string[] Shown = ["text", "title", "label", "placeholder", "errorMessage", "fallbackText", "speak", "tooltip"];

    /// <summary>Cards with words of the program's own; the others are content throughout.</summary>
    public static TheoryData<string> Worded() => [.. CardSamples.All.Where(s => CardSamples.TakesWords(s.Input)).Select(s => s.Name)];

    [Theory, MemberData(nameof(Worded))]
    public void Every_phrase_of_a_card_is_there_in_English_and_in_Spanish(string sample)
    {
        var words = new OtherWords();
        CardSamples.Make(CardSamples.Input(sample), words);
        Assert.NotEmpty(words.Asked);
        Assert.All(words.Asked, k => Assert.True(ContentWords.English.Has(k), $"{k} is not there in English."));
        Assert.All(words.Asked, k => Assert.True(ContentWords.Spanish.Has(k), $"{k} is not there in Spanish."));
    }

    [Theory, MemberData(nameof(Worded))]
    public void No_word_on_a_card_comes_from_anywhere_but_its_language(string sample) =>
        Assert.Empty(LatinOf(CardSamples.Make(Bare(CardSamples.Input(sample)), new OtherWords()).ToJson()));

    [Fact]
    public void That_check_itself_can_fail() =>
        Assert.NotEmpty(LatinOf(CardSamples.Make(Bare(CardSamples.Input("taken")), ContentWords.English).ToJson()));

    [Theory, MemberData(nameof(Worded))]
    public void In_Spanish_it_says_so_to_screen_readers_and_that_nobody_has_checked_the_translation(string sample)
    {
        var card = CardSamples.Make(CardSamples.Input(sample), ContentWords.Spanish);
        var note = ContentWords.Spanish["lookup.not-reviewed"];
        // The language of a step is that of the question it belongs to.
        if (CardSamples.Input(sample) is not StaffStep) Assert.Equal("es", card.Lang);
        Assert.Contains(note, Texts(card.ToJson()));
        Assert.DoesNotContain(Texts(CardSamples.Make(CardSamples.Input(sample)).ToJson()), t => t == note || t == ContentWords.English["lookup.not-reviewed"]);
    }

    [Theory, MemberData(nameof(Worded))]
    public void Stays_small_in_Spanish_too(string sample)
    {
        var full = Planted.TextInputsOf(CardSamples.Input(sample)).Aggregate(CardSamples.Input(sample), (i, text) => Planted.In(i, text, new string('é', 5_000)));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(CardSamples.Make(full, ContentWords.Spanish).ToJson()), 200, 28 * 1024);
    }

    [Fact]
    public void An_alert_in_Spanish_reads_as_people_say_it()
    {
        var texts = Texts(CardSamples.Make(CardSamples.Input("alert-urgent-second"), ContentWords.Spanish).ToJson());
        string[] expected = ["Alerta urgente", "Por favor véalo enseguida.", "Escuela: ", "Caso: ", "Segunda alerta: nadie la ha confirmado todavía"];
        Assert.Equal(expected, texts.Where(expected.Contains));
        Assert.Contains(texts, t => t.StartsWith("Enviada {{DATE(", StringComparison.Ordinal) && t.EndsWith("(hace 17 minutos)", StringComparison.Ordinal));
    }

    // What is handed in with the card: a person's name, a title of content.
    private static object Bare(object input) => Planted.TextInputsOf(input).Aggregate(input, (i, text) => Planted.In(i, text, "ж"));

    private static List<string> Texts(string json) => [.. Planted.Strings(JsonNode.Parse(json)).Where(s => Shown.Contains(s.Member)).Select(s => s.Value)];

    private static IEnumerable<string> LatinOf(string json) => Texts(json).Where(t => Free().Replace(t, "").Any(char.IsAsciiLetter));

    /// <summary>The case's number, whole or spelled, and the functions that a host fills in.</summary>
    [GeneratedRegex(@"K7M-2QD|K 7 M 2 Q D|\{\{(DATE|TIME)\([^)]*\)\}\}")]
    private static partial Regex Free();
}
