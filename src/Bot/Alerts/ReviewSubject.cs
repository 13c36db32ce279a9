using System.Globalization;
using SupportBot.Protocols;

namespace SupportBot.Bot;

/// <summary>Subject of a notice of <see cref="Cases.NoticeKind.ReviewDue"/>: whose protocols are to be reviewed by which day, and how near that was.</summary>
public sealed record ReviewSubject(string Owner, ReviewUrgency Urgency, DateOnly Due)
{
    /// <summary>Null where the text is no such subject.</summary>
    public static ReviewSubject? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') is [var owner, var urgency, var due] && Enum.TryParse<ReviewUrgency>(urgency, out var near) && DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new ReviewSubject(owner, near, day) : null;
    }

    /// <summary><c>safeguarding-lead:Soon:2027-08-20</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Owner}:{Urgency}:{Due:yyyy-MM-dd}");
}
