using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Runs between two people: sealed under their case's key, bound to case and run.</summary>
internal sealed class HandedRuns(Database database, CaseSealer sealer, Sealing sealing)
{
    public static readonly Sql Add = new(
        """
        INSERT INTO handed_run(case_id, run, why, from_person, to_person, role, since, ct) VALUES(@case, @run, @why, @from, @to, @role, @since, @ct)
        ON CONFLICT (case_id, run) DO UPDATE SET why=excluded.why, from_person=excluded.from_person, to_person=excluded.to_person, role=excluded.role, since=excluded.since, ct=excluded.ct
        """,
        "b:case t:run t:why t:from t:to t:role l:since b:ct");
    public static readonly Sql Take = new("DELETE FROM handed_run WHERE case_id=@case AND run=@run", "b:case t:run");
    private static readonly Sql Find = new("SELECT why, from_person, to_person, role, since, ct FROM handed_run WHERE case_id=@case AND run=@run", "b:case t:run");

    public static string WordOf(StepsReason why) => why == StepsReason.SecondPerson ? "second-person" : "handed-over";

    public byte[] Seal(HandedRun run)
    {
        using var key = SealKey.Of(run.Key.Bytes.Span);
        return sealing.Seal(key, PlaceOf(Ids.Bytes(run.CaseId), run.RunId), run.Payload.Span);
    }

    /// <exception cref="CryptographicException">It was changed, or belongs to another case.</exception>
    public async Task<WaitingRun?> FindAsync(Guid caseId, string runId, CancellationToken cancel)
    {
        var id = Ids.Bytes(caseId);
        var row = await database.ReadAsync(async link =>
        {
            await using var found = await link.ReadAsync(Find, [id, runId], cancel);
            if (!await found.ReadAsync(cancel)) return null;
            return new HandedRunRow
            {
                CaseId = id, Run = runId, Why = found.GetString(0), FromPerson = found.GetString(1), ToPerson = found.IsDBNull(2) ? null : found.GetString(2), Role = found.GetString(3),
                Since = found.GetInt64(4), Ct = found.GetFieldValue<byte[]>(5),
            };
        });
        if (row is null || await sealer.DistrictKeyAsync(caseId, cancel) is not { } opened) return null;
        using var key = SealKey.Of(opened);
        CryptographicOperations.ZeroMemory(opened);
        return new WaitingRun(caseId, row.Run, row.Why == WordOf(StepsReason.SecondPerson) ? StepsReason.SecondPerson : StepsReason.HandedOver, row.FromPerson, row.ToPerson, row.Role, Ids.Time(row.Since), sealing.Open(key, PlaceOf(id, row.Run), row.Ct));
    }

    private static Place PlaceOf(byte[] caseId, string runId) => new("handed_run", "ct", caseId, System.Text.Encoding.UTF8.GetBytes(runId));
}
