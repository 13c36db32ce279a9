using System.Globalization;
using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Finds which of the offered choices a typed answer means. Two that fit equally well are none: the person is asked again.</summary>
public static class ChoiceText
{
    private const int ShortestPrefix = 2;

    /// <param name="choices">ids and labels in the order shown; people may type the number, counted from 1</param>
    /// <returns>the id of the choice, or null when none or several fit</returns>
    public static string? Match(string text, IReadOnlyList<(string Id, string Label)> choices)
    {
        var typed = TextNormaliser.Plain(text);
        if (typed.Length == 0)
            return null;
        if (Number(typed, choices.Count) is { } number)
            return choices[number - 1].Id;
        var offered = choices.Select(c => (c.Id, Label: TextNormaliser.Plain(c.Label), Plain: TextNormaliser.Plain(c.Id))).ToList();
        return Only(offered.Where(c => c.Label == typed || c.Plain == typed).Select(c => c.Id), out var several)
            ?? (several ? null : Only(offered.Where(c => MeansSame(typed, c.Label)).Select(c => c.Id), out several))
            ?? (several || typed.Length < ShortestPrefix ? null : Only(offered.Where(c => StartsWords(typed, c.Label)).Select(c => c.Id), out several))
            ?? (several ? null : Only(offered.Where(c => HasWords(typed, c.Label)).Select(c => c.Id), out several))
            ?? (several ? null : Misspelt(typed, offered));
    }

    /// <summary>For questions that take several answers: parts between commas, "and", "y", semicolons and new lines.</summary>
    /// <returns>distinct ids in the order shown; empty when any part fits no choice or several</returns>
    public static IReadOnlyList<string> MatchSeveral(string text, IReadOnlyList<(string Id, string Label)> choices)
    {
        if (Match(text, choices) is { } whole)
            return [whole];
        var parts = text.Split([",", ";", "\n", " and ", " And ", " y ", " và ", " и ", " iyo ", "，", "、", "；", "和", "&", "+"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && parts[0].Split(' ') is { Length: > 1 } numbers && numbers.All(n => Number(n, choices.Count) is not null))
            parts = numbers;
        var ids = parts.Select(p => Match(p, choices)).ToList();
        return ids.Contains(null) ? [] : [.. choices.Select(c => c.Id).Where(ids.Contains)];
    }

    private static int? Number(string typed, int count)
    {
        var digits = typed.StartsWith("number ", StringComparison.Ordinal) ? typed[7..] : typed;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count ? number : null;
    }

    // "yeah" for a choice that begins with "Yes"; a sentence is not a yes.
    private static bool MeansSame(string typed, string label) =>
        YesNo.Read(typed) is { } said && YesNo.Read(label.Split(' ')[0]) == said;

    private static bool StartsWords(string typed, string label) => label.StartsWith(typed, StringComparison.Ordinal);

    private static bool HasWords(string typed, string label) => $" {label} ".Contains($" {typed} ", StringComparison.Ordinal);

    private static string? Misspelt(string typed, List<(string Id, string Label, string Plain)> offered)
    {
        var near = offered
            .Select(c => (c.Id, Slips: c.Label.Split(' ').Append(c.Label).Append(c.Plain)
                .Where(w => w.Length > 3 && Math.Abs(w.Length - typed.Length) <= Allowed(w))
                .Select(w => (int?)Nearest.Slips(typed, w) is var slips && slips <= Allowed(w) ? slips : null)
                .Min()))
            .Where(c => c.Slips is not null)
            .ToList();
        var best = near.Min(c => c.Slips);
        return Only(near.Where(c => c.Slips == best).Select(c => c.Id), out _);
    }

    private static int Allowed(string word) => word.Length < 8 ? 1 : 2;

    private static string? Only(IEnumerable<string> ids, out bool several)
    {
        var found = ids.Distinct().Take(2).ToList();
        several = found.Count > 1;
        return found.Count == 1 ? found[0] : null;
    }
}
