using System.Text.Json;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Wire;

namespace SupportBot.Dialogs;

/// <summary>What came back from the inputs of a card: raw texts by field name. A person's words may be among them.</summary>
/// <param name="Inputs">Only what is not empty.</param>
/// <param name="Kept">Names of fields whose earlier answer had no room on the card: nothing sent for one means that it stays.</param>
internal sealed record CardAnswer(IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<string> Kept)
{
    /// <summary>More than any form of ours has; the rest is not ours.</summary>
    private const int MostInputs = 60;

    private const string AnswerName = "answer";
    private const string ReasonName = "reason";

    /// <summary>The answer of a question that has one input.</summary>
    public string? Single => Inputs.GetValueOrDefault(AnswerName);

    /// <summary>Why a step is not possible.</summary>
    public string? Reason => Inputs.GetValueOrDefault(ReasonName);

    /// <summary>Null where the activity carries no card input at all.</summary>
    public static CardAnswer? Of(IMessageActivity activity)
    {
        if (ButtonPress.Of(activity) is null || JsonValue.Element(activity.Value) is not { ValueKind: JsonValueKind.Object } sent) return null;
        var inputs = sent.EnumerateObject().Where(m => m.Name.StartsWith(CardVerbs.FieldPrefix, StringComparison.Ordinal)).Take(MostInputs).ToList();
        var kept = JsonValue.Text(activity.Value, CardVerbs.KeptMember)?.Split('~') ?? [];
        if (inputs.Count == 0) return null;
        return new(
            inputs.Select(m => (Name: m.Name[CardVerbs.FieldPrefix.Length..], Text: TextOf(m.Value))).Where(i => i.Text.Length > 0).GroupBy(i => i.Name).ToDictionary(g => g.Key, g => g.Last().Text),
            kept);
    }

    /// <summary>Everything a person may have typed into the card, for whoever looks for signs of danger. A date or a number is no word.</summary>
    public string Typed => string.Join("\n", Inputs.Values.Where(v => !v.All(c => char.IsAsciiDigit(c) || c is '-' or ':' or '.' or ' ')));

    // Clients send numbers as numbers and toggles as words.
    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    public override string ToString() => $"{Inputs.Count} inputs";
}
