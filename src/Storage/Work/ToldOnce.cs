using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>What the program says by itself, and only once: whoever starts again, or looks at it from two machines, does not say it twice.</summary>
public sealed class ToldOnce(Store store)
{
    private static readonly Sql Mark = new("INSERT INTO told(subject, until) VALUES(@subject, @until) ON CONFLICT DO NOTHING", "t:subject i:until");
    private static readonly Sql Find = new("SELECT 1 FROM told WHERE subject=@subject", "t:subject");
    private static readonly Sql Said = new("SELECT subject FROM told WHERE subject LIKE @beginning", "t:beginning");
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

    /// <summary>Everything that begins so and was said, as far as it is remembered.</summary>
    public Task<IReadOnlySet<string>> SaidAsync(string beginning, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlySet<string>>(async link =>
    {
        HashSet<string> said = [];
        await using var row = await link.ReadAsync(Said, [beginning + "%"], cancel);
        while (await row.ReadAsync(cancel)) said.Add(row.GetString(0));
        return said;
    });

    /// <summary>Puts the notice of each digest into the outbox that says something new and whose addressee was told nothing today; what is put off is said another day.</summary>
    /// <param name="until">Last day on which what is said is remembered.</param>
    /// <returns>How many notices there are.</returns>
    public Task<int> DigestAsync(IReadOnlyList<Digest> digests, DateOnly today, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(digests);
        return store.Open.Writer.WriteAsync(
            session =>
            {
                var told = 0;
                foreach (var digest in digests)
                {
                    if (IsSaid(session.Link, digest.Day)) continue;
                    // All of them are marked, also behind the first that is new.
                    List<string> fresh = [.. digest.Subjects.Where(s => Note(session.Link, s, until))];
                    if (fresh.Count == 0) continue;
                    Note(session.Link, digest.Day, today);
                    CaseWriter.Tell(session.Link, digest.Notice);
                    told++;
                }

                return told;
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

    private static bool IsSaid(Link link, string subject)
    {
        using var row = link.Read(Find, subject);
        return row.Read();
    }
}

/// <summary>Several things that one addressee is told in one notice.</summary>
/// <param name="Day">Addressee and day: said once, whatever it was.</param>
/// <param name="Subjects">What is said, each once.</param>
public sealed record Digest(string Day, IReadOnlyList<string> Subjects, Notice Notice);
