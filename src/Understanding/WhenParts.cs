using System.Globalization;

namespace SupportBot.Understanding;

/// <summary>Reads a part of a day or a clock time.</summary>
internal static class WhenParts
{
    private static readonly (string[] Words, PartOfDay Part)[] Known =
    [
        (["before", "school|class|classes"], PartOfDay.BeforeSchool),
        (["antes", "de", "clase|clases"], PartOfDay.BeforeSchool),
        (["antes", "de", "la", "escuela"], PartOfDay.BeforeSchool),
        (["after", "school"], PartOfDay.AfterSchool),
        (["afterschool"], PartOfDay.AfterSchool),
        (["despues", "de", "clase|clases"], PartOfDay.AfterSchool),
        (["despues", "de", "la", "escuela"], PartOfDay.AfterSchool),
        (["lunch|lunchtime|noon|almuerzo|mediodia"], PartOfDay.Lunch),
        (["morning"], PartOfDay.Morning),
        (["la|esta", "manana"], PartOfDay.Morning),
        (["afternoon"], PartOfDay.Afternoon),
        (["la", "tarde"], PartOfDay.Afternoon),
        (["evening"], PartOfDay.Evening),
        (["night|midnight"], PartOfDay.Night),
        (["la", "noche"], PartOfDay.Night),
    ];

    /// <summary>Moves past a part of a day that stands so many words on; null, and nothing moved, when none does.</summary>
    public static PartOfDay? Read(WhenTokens t, int ahead)
    {
        // "esta tarde" and "esta mañana" come here with the second word.
        if (ahead == 1 && t.Peek(1) is "manana" or "tarde" && t.Word == "esta")
        {
            var spanish = t.Peek(1) == "manana" ? PartOfDay.Morning : PartOfDay.Afternoon;
            t.Move(2);
            return spanish;
        }
        t.Move(ahead);
        foreach (var (words, part) in Known)
            if (t.Skip(words))
                return part;
        if (Clock(t) is { } hour)
            return Of(hour);
        t.Move(-ahead);
        return null;
    }

    private static PartOfDay Of(int hour) => hour switch
    {
        < 5 or >= 21 => PartOfDay.Night,
        < 12 => PartOfDay.Morning,
        < 17 => PartOfDay.Afternoon,
        _ => PartOfDay.Evening,
    };

    // "3pm", "10:30 am": only with am or pm, because a bare number may be anything.
    private static int? Clock(WhenTokens t)
    {
        var word = t.Word;
        var joined = word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal);
        var half = joined ? word[^2..] : t.Peek(1);
        var digits = (joined ? word[..^2] : word).Split(':')[0];
        if (half is not ("am" or "pm") || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour is < 1 or > 12)
            return null;
        t.Move(joined ? 1 : 2);
        return hour % 12 + (half == "pm" ? 12 : 0);
    }
}
