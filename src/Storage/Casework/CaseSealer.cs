using System.Security.Cryptography;
using System.Text;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Seals a case's step before it goes to the writer, and opens words for whoever holds the key.</summary>
internal sealed class CaseSealer(Database database, CaseFacts facts, EpochKeys epochs, CaseKeys keys, ReceiptSlot receipts, Sealing sealing)
{
    private static readonly Sql FindSlot = new("SELECT epoch, slot_d FROM case_key WHERE case_id=@case", "b:case");

    /// <param name="isNeeded">Asked before the slow derivation of a receipt's key: false where this turn was committed meanwhile.</param>
    /// <returns>Null where it is not needed any more.</returns>
    /// <exception cref="ArgumentException">A case opens without its key.</exception>
    public async Task<SealedCase?> SealAsync(CaseCommit commit, Func<Task<bool>> isNeeded, CancellationToken cancel)
    {
        var (step, expected) = (commit.Step, commit.ExpectedRevision);
        var @case = step.Case;
        var id = Ids.Bytes(@case.Id);
        SealedKeys? slots = null;
        if (expected == 0)
        {
            if (commit.Key is null) throw new ArgumentException("A case opens with its key.", nameof(commit));
            slots = await SlotsAsync(@case, id, commit.Key, commit.Receipt, isNeeded, cancel);
            if (slots is null) return null;
        }

        var words = step.Words.Count == 0 ? [] : await SealWordsAsync(step, id, commit.Key, cancel);
        return new SealedCase(step, id, expected, CaseFacts.Write(@case), facts.SealExcluded(@case, id), slots, words);
    }

    public Task<SealedCase> SealAsync(CaseStep step, int expectedRevision, CancellationToken cancel) =>
        SealAsync(new CaseCommit(step, expectedRevision, null), () => Task.FromResult(true), cancel)!;

    /// <summary>The case's key through the district's slot; null where the case has none.</summary>
    public Task<byte[]?> DistrictKeyAsync(Guid caseId, CancellationToken cancel) => keys.OpenAsync(
        caseId,
        () => database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(FindSlot, [Ids.Bytes(caseId)], cancel);
            return await row.ReadAsync(cancel) ? ((string, byte[])?)(row.GetString(0), row.GetFieldValue<byte[]>(1)) : null;
        }),
        cancel);

    /// <summary>Where a case's words rest: bound to the case, the row, its kind and its author.</summary>
    public PersonText Open(SealKey key, byte[] caseId, byte[] wordsId, WordsKind kind, string author, byte[] ct) =>
        new(Encoding.UTF8.GetString(sealing.Open(key, new Place("case_words", "ct", caseId, RowOf(wordsId, kind, author)), ct).Span));

    private async Task<SealedKeys?> SlotsAsync(Case @case, byte[] id, CaseKey key, ReceiptCode? receipt, Func<Task<bool>> isNeeded, CancellationToken cancel)
    {
        byte[]? locator = null, salt = null, slotR = null;
        if (receipt is not null)
        {
            if (await receipts.MakeAsync(receipt, id, key.Bytes, isNeeded, cancel) is not { } made) return null;
            (locator, salt, slotR) = (receipts.LocatorOf(receipt), made.Salt, made.Slot);
        }

        var epoch = EpochKeys.NameOf(@case.Kind, @case.OpenedAt);
        return new SealedKeys(epoch, await epochs.SealAsync(epoch, key.Bytes, cancel), locator, salt, slotR);
    }

    private async Task<IReadOnlyList<byte[]>> SealWordsAsync(CaseStep step, byte[] caseId, CaseKey? held, CancellationToken cancel)
    {
        var opened = held is null ? await DistrictKeyAsync(step.Case.Id, cancel) ?? throw new InvalidOperationException($"Case {step.Case.Id} has no key.") : null;
        using var key = SealKey.Of(held is null ? opened : held.Bytes.Span);
        if (opened is not null) CryptographicOperations.ZeroMemory(opened);
        var words = new List<byte[]>(step.Words.Count);
        foreach (var written in step.Words)
        {
            if (written.CaseId != step.Case.Id) throw new ArgumentException("Words of another case.", nameof(step));
            var text = Encoding.UTF8.GetBytes(written.Text.Reveal());
            words.Add(sealing.Seal(key, new Place("case_words", "ct", caseId, RowOf(Ids.Bytes(written.Id), written.Kind, written.Author.ToString())), text));
            CryptographicOperations.ZeroMemory(text);
        }

        return words;
    }

    private static byte[] RowOf(byte[] wordsId, WordsKind kind, string author) => [.. wordsId, (byte)kind, .. Encoding.UTF8.GetBytes(author)];
}
