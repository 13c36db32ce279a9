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
                if (session.Link.Run(Mark, subject, until.DayNumber) == 0) return false;
                foreach (var notice in notices) CaseWriter.Tell(session.Link, notice);
                return true;
            },
            committed: store.Announce);
    }

    /// <summary>Removes what nobody needs to remember any more.</summary>
    public Task<int> ForgetAsync(DateOnly today) => store.Open.Writer.WriteAsync(session => session.Link.Run(Forget, today.DayNumber));
}
