using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Connector;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// Brings every card of a case up to date in place, so that everybody sees who has it. Updating twice shows the same. One at a time for each case, and
/// each with the case as it is then: of two changes at once the card ends with the newer, however slow the older was.
/// </summary>
public sealed class CardUpdates(TeamsConnector connector, CardCopies copies, CaseCards cards, StaffChats chats, ICaseBook cases, HandOverDesk desk, District district, TimeProvider time, ILogger<CardUpdates> log)
{
    private const int Tries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly CaseGate _gate = new();

    /// <returns>False where a card could not be brought up to date now: try again.</returns>
    public async Task<bool> BringAsync(Case @case, CancellationToken cancel)
    {
        using var pass = await _gate.EnterAsync(@case.Id, cancel);
        if (pass is null) return false;
        var done = true;
        foreach (var copy in await copies.OfAsync(@case.Id, cancel)) done &= await BringAsync(copy, cancel);
        return done;
    }

    private async Task<bool> BringAsync(CardCopy copy, CancellationToken cancel)
    {
        // True once another process has sent something at the same time: which of the two the card shows, nobody knows.
        var isUncertain = false;
        for (var left = Tries; left > 0; left--)
        {
            if (await cases.FindAsync(copy.CaseId, cancel) is not { } @case) return true;
            var name = copy.Shown.Split('|', 2)[0];
            var words = await chats.WordsOfAsync(copy.PersonId, cancel, copy.Address);
            var made = district.Person(copy.PersonId) is { } person ? cards.Of(person, @case, copy.Subject, name, copy.Address.UserId, (await desk.OfAsync(@case, cancel)).State == TalkState.Waits, words) : null;
            var shown = $"{name}|{made?.Shown ?? "gone"}";
            if (shown == copy.Shown && !isUncertain) return true;
            if (await SendAsync(@case, copy, made?.Attachment ?? PlainCards.NotYours(@case.Number, words), cancel) is { } ended) return ended;
            // Looked at once more in either case: something may have changed while it was on its way.
            isUncertain = !await copies.ShownAsync(copy, shown);
            if (!isUncertain) copy = copy with { Shown = shown };
            else if ((await copies.OfAsync(copy.CaseId, cancel)).FirstOrDefault(c => c.Subject == copy.Subject && c.PersonId == copy.PersonId) is { } now) copy = now;
            else return true;
        }

        return false;
    }

    /// <returns>Null where it was sent; else whether there is nothing left to do.</returns>
    private async Task<bool?> SendAsync(Case @case, CardCopy copy, Attachment card, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await connector.UpdateAsync(copy.Address, copy.ActivityId, (Activity)MessageFactory.Attachment(card), either.Token);
            return null;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && ConnectorFailure.Of(e, time) is { } failure)
        {
            Log.CardNotUpdated(log, @case.Number, failure.Kind.ToString());
            if (failure.Kind is ConnectorFailureKind.Throttled or ConnectorFailureKind.Ambiguous or ConnectorFailureKind.OurCredentials) return false;
            // The chat or the message is gone: there is nothing left to bring up to date.
            await copies.ForgetAsync(copy);
            return true;
        }
    }
}
