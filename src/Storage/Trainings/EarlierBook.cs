using System.Data.Common;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>What was completed before this program came, as completions without a certificate. Where each is from, and why one was taken back, rest sealed.</summary>
public sealed class EarlierBook(Store store) : IEarlierBook
{
    private const string Columns = "person, course, done, until, serial, revoked, brought, source, why";
    private static readonly Sql All = new($"SELECT {Columns} FROM training_done WHERE brought IS NOT NULL ORDER BY brought DESC, person, course, done");
    private static readonly Sql OfPerson = new($"SELECT {Columns} FROM training_done WHERE person=@person AND brought IS NOT NULL ORDER BY done DESC, course", "t:person");
    private static readonly Sql Revoke = new("UPDATE training_done SET revoked=1, why=@why WHERE person=@person AND course=@course AND done=@done AND brought IS NOT NULL AND revoked=0", "b:why t:person t:course i:done");

    public Task<int> BringAsync(IReadOnlyList<EarlierLine> lines, Func<EarlierLine, AuditEntry> audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(audit);
        var open = store.Open;
        // In one order, so that two processes that bring the same list do not wait for each other crosswise.
        var ordered = lines.OrderBy(l => l.Completion.PersonId, StringComparer.Ordinal).ThenBy(l => l.Completion.CourseId, StringComparer.Ordinal).ThenBy(l => l.Completion.On).ToList();
        return open.Writer.WriteAsync(write =>
        {
            List<AuditEntry> added = [];
            foreach (var line in ordered)
            {
                var done = line.Completion;
                if (TranscriptRows.Add(write.Link, done, open.Earlier.Seal(EarlierSealer.Source, done.PersonId, done.CourseId, done.On.DayNumber, line.Source)) > 0) added.Add(audit(line));
            }

            write.Audit(added);
            return added.Count;
        });
    }

    public Task<IReadOnlyList<EarlierLine>> AllAsync(CancellationToken cancel) => ReadAsync(All, cancel);

    public Task<IReadOnlyList<EarlierLine>> OfPersonAsync(string personId, CancellationToken cancel) => ReadAsync(OfPerson, cancel, personId);

    public Task<bool> TakeBackAsync(string personId, string courseId, DateOnly on, PersonText reason, AuditEntry audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var open = store.Open;
        return open.Writer.WriteAsync(write =>
        {
            if (write.Link.Run(Revoke, open.Earlier.Seal(EarlierSealer.Why, personId, courseId, on.DayNumber, reason), personId, courseId, on.DayNumber) == 0) return false;
            write.Audit([audit]);
            return true;
        });
    }

    private Task<IReadOnlyList<EarlierLine>> ReadAsync(Sql sql, CancellationToken cancel, params object?[] given)
    {
        var open = store.Open;
        return open.Database.ReadAsync<IReadOnlyList<EarlierLine>>(async link =>
        {
            var lines = new List<EarlierLine>();
            await using var row = await link.ReadAsync(sql, given, cancel);
            while (await row.ReadAsync(cancel)) lines.Add(LineOf(row, open.Earlier));
            return lines;
        });
    }

    private static EarlierLine LineOf(DbDataReader row, EarlierSealer sealer)
    {
        var done = TranscriptRows.CompletionOf(row, row.GetString(0), row.GetString(1), 2);
        PersonText? Words(int at, string column) => row.IsDBNull(at) ? null : sealer.Open(column, done.PersonId, done.CourseId, done.On.DayNumber, row.GetFieldValue<byte[]>(at));
        return new EarlierLine(done, Words(7, EarlierSealer.Source) ?? new PersonText("")) { WhyTakenBack = Words(8, EarlierSealer.Why) };
    }
}
