using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>A card that stands in somebody's chat.</summary>
/// <param name="Shown">What it shows, as a text that changes whenever the card must.</param>
public sealed record CardCopy(Guid CaseId, string Subject, string PersonId, TeamsAddress Address, string ActivityId, string Shown);

/// <summary>Cards in chats, so that they can be brought up to date in place.</summary>
public sealed class CardCopies(Store store)
{
    private const string Table = "card_copy";
    private static readonly Sql Find = new("SELECT subject, person, address, shown FROM card_copy WHERE case_id=@case ORDER BY sent, person", "b:case");
    private static readonly Sql Put = new(
        """
        INSERT INTO card_copy(case_id, subject, person, address, shown, sent) VALUES(@case, @subject, @person, @address, @shown, @sent)
        ON CONFLICT (case_id, subject, person) DO UPDATE SET address=excluded.address, shown=excluded.shown, sent=excluded.sent
        """,
        "b:case t:subject t:person b:address t:shown l:sent");
    private static readonly Sql Show = new("UPDATE card_copy SET shown=@shown WHERE case_id=@case AND subject=@subject AND person=@person AND shown=@before", "t:shown b:case t:subject t:person t:before");
    private static readonly Sql Remove = new("DELETE FROM card_copy WHERE case_id=@case AND subject=@subject AND person=@person", "b:case t:subject t:person");

    public Task<IReadOnlyList<CardCopy>> OfAsync(Guid caseId, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync<IReadOnlyList<CardCopy>>(async link =>
        {
            var copies = new List<CardCopy>();
            await using var rows = await link.ReadAsync(Find, [Ids.Bytes(caseId)], cancel);
            while (await rows.ReadAsync(cancel))
            {
                var (subject, person) = (rows.GetString(0), rows.GetString(1));
                if (open.Addresses.Open(Table, Ids.Bytes(caseId), $"{subject}/{person}", rows.GetFieldValue<byte[]>(2)) is { } address)
                    copies.Add(new CardCopy(caseId, subject, person, address.Public, address.ActivityId, rows.GetString(3)));
            }

            return copies;
        });
    }

    /// <summary>The card now shows something else than <paramref name="copy"/> did.</summary>
    /// <returns>False where it was changed meanwhile, by another process: nobody knows what it shows now.</returns>
    public Task<bool> ShownAsync(CardCopy copy, string shown) =>
        store.Open.Writer.WriteAsync(session => session.Link.Run(Show, shown, Ids.Bytes(copy.CaseId), copy.Subject, copy.PersonId, copy.Shown) == 1);

    /// <summary>The card is gone from the chat.</summary>
    public Task ForgetAsync(CardCopy copy) =>
        store.Open.Writer.WriteAsync(session => session.Link.Run(Remove, Ids.Bytes(copy.CaseId), copy.Subject, copy.PersonId));

    internal static void Write(WriteSession session, AddressSealer addresses, CardCopy copy, DateTimeOffset now) => session.Link.Run(
        Put, Ids.Bytes(copy.CaseId), copy.Subject, copy.PersonId,
        addresses.Seal(Table, Ids.Bytes(copy.CaseId), $"{copy.Subject}/{copy.PersonId}", StoredAddress.Of(copy.Address, copy.ActivityId)), copy.Shown, Ids.Ticks(now));
}
