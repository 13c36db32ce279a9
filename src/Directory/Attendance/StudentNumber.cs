namespace SupportBot.Directory;

/// <summary>The district's number of a student. Printing, logging or formatting it gives dots; whoever needs it says so with <see cref="Reveal"/>.</summary>
public sealed class StudentNumber
{
    private const int Longest = 20;
    private readonly string _text;

    private StudentNumber(string text) => _text = text;

    /// <summary>Null where it is none: letters, digits and hyphens, one digit at least, at most 20 of them.</summary>
    public static StudentNumber? Read(string? text)
    {
        var number = (text ?? "").Trim();
        return number.Length <= Longest && number.Any(char.IsAsciiDigit) && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? new StudentNumber(number) : null;
    }

    /// <summary>As it was written.</summary>
    public string Reveal() => _text;

    /// <summary>The same for the same student: spreadsheets drop leading zeros, and not every export keeps capitals.</summary>
    public string RevealKey() => _text.TrimStart('0') is { Length: > 0 } key ? key.ToUpperInvariant() : "0";

    public override string ToString() => "•••";
}
