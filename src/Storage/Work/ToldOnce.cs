using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>What the program says by itself, and only once: whoever starts again, or looks at it from two machines, does not say it twice.</summary>
public sealed class ToldOnce(Store store)
{
    private static readonly Sql Mark = new("INSERT INTO told(subject, until) VALUES(@subject, @until) ON CONFLICT DO NOTHING", "t:subject i:until");
    private static readonly Sql Forget = new("DELETE FROM told WHERE until<@today", "i:today");

    /// <summary>Puts the notices into the outbox where nobody has said it yet.</summary>
    /// <param name="subject">What is said, such as <c>verify:2026-W48</c>: ids, never words.</param>
    /// <param name="until">Last day on which it is remembered.</param>
    /// <returns>False where it was said before.</returns>
    public Task<bool> TellAsync(string subject, DateOnly until, IReadOnlyList<Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        return store.Open.Writer.WriteAsync(
            session =>
            {
                if (!Note(session.Link, subject, until)) return false;
                foreach (var notice in notices) CaseWriter.Tell(session.Link, notice);
                return true;
            },
            committed: store.Announce);
    }

    /// <summary>Says several things in one notice, or in few: those that somebody has said before are left out.</summary>
    /// <param name="subjects">As above.</param>
    /// <param name="notices">Made of those that nobody has said yet; not asked where there are none.</param>
    /// <returns>How many were said now.</returns>
    public Task<int> TellAsync(IReadOnlyList<string> subjects, DateOnly until, Func<IReadOnlyList<string>, IReadOnlyList<Notice>> notices)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(notices);
        return store.Open.Writer.WriteAsync(
            session =>
            {
                List<string> fresh = [.. subjects.Where(s => Note(session.Link, s, until))];
                if (fresh.Count == 0) return 0;
                foreach (var notice in notices(fresh)) CaseWriter.Tell(session.Link, notice);
                return fresh.Count;
            },
            committed: store.Announce);
    }

    /// <returns>False where it was said before.</returns>
    internal static bool Note(Link link, string subject, DateOnly until) => link.Run(Mark, subject, until.DayNumber) > 0;

    /// <summary>Removes what nobody needs to remember any more.</summary>
    public Task<int> ForgetAsync(DateOnly today) => store.Open.Writer.WriteAsync(session => session.Link.Run(Forget, today.DayNumber));
}
