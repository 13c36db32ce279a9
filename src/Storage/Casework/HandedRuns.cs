using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Runs between two people: sealed under their case's key, bound to case and run.</summary>
internal sealed class HandedRuns(Database database, CaseSealer sealer, Sealing sealing)
{
    public static readonly Sql Add = new(
        """
        INSERT INTO handed_run(case_id, run, from_person, to_person, role, since, ct) VALUES(@case, @run, @from, @to, @role, @since, @ct)
        ON CONFLICT (case_id, run) DO UPDATE SET from_person=excluded.from_person, to_person=excluded.to_person, role=excluded.role, since=excluded.since, ct=excluded.ct
        """,
        "b:case t:run t:from t:to t:role l:since b:ct");
    public static readonly Sql Take = new("DELETE FROM handed_run WHERE case_id=@case AND run=@run", "b:case t:run");
    private static readonly Sql Find = new("SELECT run, from_person, to_person, role, since, ct FROM handed_run WHERE case_id=@case ORDER BY since DESC LIMIT 1", "b:case");

    public byte[] Seal(HandedRun run)
    {
        using var key = SealKey.Of(run.Key.Bytes.Span);
        return sealing.Seal(key, PlaceOf(Ids.Bytes(run.CaseId), run.RunId), run.Payload.Span);
    }

    /// <exception cref="CryptographicException">It was changed, or belongs to another case.</exception>
    public async Task<WaitingRun?> FindAsync(Guid caseId, CancellationToken cancel)
    {
        var id = Ids.Bytes(caseId);
        var row = await database.ReadAsync(async link =>
        {
            await using var found = await link.ReadAsync(Find, [id], cancel);
            if (!await found.ReadAsync(cancel)) return null;
            return new HandedRunRow
            {
                CaseId = id, Run = found.GetString(0), FromPerson = found.GetString(1), ToPerson = found.IsDBNull(2) ? null : found.GetString(2), Role = found.GetString(3),
                Since = found.GetInt64(4), Ct = found.GetFieldValue<byte[]>(5),
            };
        });
        if (row is null || await sealer.DistrictKeyAsync(caseId, cancel) is not { } opened) return null;
        using var key = SealKey.Of(opened);
        CryptographicOperations.ZeroMemory(opened);
        return new WaitingRun(caseId, row.Run, row.FromPerson, row.ToPerson, row.Role, Ids.Time(row.Since), sealing.Open(key, PlaceOf(id, row.Run), row.Ct));
    }

    private static Place PlaceOf(byte[] caseId, string runId) => new("handed_run", "ct", caseId, System.Text.Encoding.UTF8.GetBytes(runId));
}
