using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>What the school's year has begun: once a school and year, whoever starts again or looks from two machines.</summary>
public sealed class Beginnings(Store store) : IBeginnings
{
    private static readonly Sql Add = new(
        "INSERT INTO beginning(protocol, entry, school, on_day, told, answer) VALUES(@protocol, @entry, @school, @onday, @told, 0) ON CONFLICT DO NOTHING",
        "t:protocol t:entry t:school i:onday i:told");
    private static readonly Sql Since = new("SELECT protocol, entry, school, on_day, told, answer, person, at FROM beginning WHERE on_day>=@onday ORDER BY on_day, protocol, entry, school", "i:onday");
    private static readonly Sql Say = new(
        "UPDATE beginning SET answer=@answer, person=@person, at=@at WHERE protocol=@protocol AND entry=@entry AND school=@school AND on_day=@onday AND answer=0",
        "i:answer t:person l:at t:protocol t:entry t:school i:onday");

    /// <summary>Notes what has begun, and puts what is to be told of it into the outbox, in one commit.</summary>
    /// <param name="notices">Made of those that had not begun before; not asked where there are none.</param>
    /// <returns>How many have begun now.</returns>
    public Task<int> BeginAsync(IReadOnlyList<Beginning> begun, Func<IReadOnlyList<Beginning>, IReadOnlyList<Notice>> notices)
    {
        ArgumentNullException.ThrowIfNull(begun);
        ArgumentNullException.ThrowIfNull(notices);
        return store.Open.Writer.WriteAsync(
            session =>
            {
                List<Beginning> fresh = [.. begun.Where(b => session.Link.Run(Add, b.Protocol, b.Entry, b.SchoolId, b.On.DayNumber, b.ToldOn.DayNumber) > 0)];
                if (fresh.Count == 0) return 0;
                foreach (var notice in notices(fresh)) CaseWriter.Tell(session.Link, notice);
                return fresh.Count;
            },
            committed: store.Announce);
    }

    public Task<IReadOnlyList<Beginning>> SinceAsync(DateOnly on, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<Beginning>>(async link =>
    {
        List<Beginning> found = [];
        await using var row = await link.ReadAsync(Since, [on.DayNumber], cancel);
        while (await row.ReadAsync(cancel))
            found.Add(new Beginning(row.GetString(0), row.GetString(1), row.GetString(2), DateOnly.FromDayNumber(row.GetInt32(3)), DateOnly.FromDayNumber(row.GetInt32(4)))
            {
                Answer = (BeginningAnswer)row.GetInt32(5),
                PersonId = row.IsDBNull(6) ? null : row.GetString(6),
                At = row.IsDBNull(7) ? null : Ids.Time(row.GetInt64(7)),
            });
        return found;
    });

    public Task<bool> AnswerAsync(Beginning beginning, BeginningAnswer answer, AuditEntry entry, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        ArgumentNullException.ThrowIfNull(entry);
        return store.Open.Writer.WriteAsync(session =>
        {
            var written = session.Link.Run(
                Say, (int)answer, entry.Actor.PersonId, Ids.Ticks(entry.At), beginning.Protocol, beginning.Entry, beginning.SchoolId, beginning.On.DayNumber);
            if (written == 0) return false;
            session.Audit([entry]);
            return true;
        });
    }
}
