using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>Certificates by their serial number, and what ends when.</summary>
public sealed class Certificates(Store store) : ICertificateBook
{
    private const string Columns = "person, course, done, until, serial, revoked, brought";
    private static readonly Sql Find = new($"SELECT {Columns} FROM training_done WHERE serial=@serial", "t:serial");
    private static readonly Sql Ending = new($"SELECT {Columns} FROM training_done WHERE until>=@from AND until<=@to AND revoked=0 ORDER BY person, until, course", "i:from i:to");
    private static readonly Sql Revoke = new("UPDATE training_done SET revoked=1 WHERE serial=@serial AND revoked=0", "t:serial");

    public async Task<Completion?> FindAsync(string serial, CancellationToken cancel) => await ReadAsync(Find, cancel, serial) is [var only, ..] ? only : null;

    public Task<bool> RevokeAsync(string serial, AuditEntry audit, CancellationToken cancel) => store.Open.Writer.WriteAsync(write =>
    {
        if (write.Link.Run(Revoke, serial) == 0) return false;
        write.Audit([audit]);
        return true;
    });

    public Task<IReadOnlyList<Completion>> EndingAsync(DateOnly from, DateOnly to, CancellationToken cancel) => ReadAsync(Ending, cancel, from.DayNumber, to.DayNumber);

    private Task<IReadOnlyList<Completion>> ReadAsync(Sql sql, CancellationToken cancel, params object?[] given) => store.Open.Database.ReadAsync<IReadOnlyList<Completion>>(async link =>
    {
        var found = new List<Completion>();
        await using var row = await link.ReadAsync(sql, given, cancel);
        while (await row.ReadAsync(cancel)) found.Add(TranscriptRows.CompletionOf(row, row.GetString(0), row.GetString(1), 2));
        return found;
    });
}
