using System.Globalization;

namespace SupportBot.Bot;

/// <summary>Subject of a notice of <see cref="Cases.NoticeKind.YearBegins"/>: what begins, on which day of content, and for whom.</summary>
public sealed record YearSubject(string Protocol, string Entry, DateOnly On, string PersonId)
{
    /// <summary>Null where the text is no such subject.</summary>
    public static YearSubject? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':', 4) is [var protocol, var entry, var on, var person] && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new YearSubject(protocol, entry, day, person) : null;
    }

    /// <summary><c>articulation-handoff:nominate:2027-02-01:maya-okafor</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Protocol}:{Entry}:{On:yyyy-MM-dd}:{PersonId}");
}
