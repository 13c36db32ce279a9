using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Connector;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Brings every card of a case up to date in place, so that everybody sees who has it. Updating twice shows the same.</summary>
public sealed class CardUpdates(TeamsConnector connector, CardCopies copies, CaseCards cards, HandOverDesk desk, District district, TimeProvider time, ILogger<CardUpdates> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>False where a card could not be brought up to date now: try again.</returns>
    public async Task<bool> BringAsync(Case @case, CancellationToken cancel)
    {
        var done = true;
        foreach (var copy in await copies.OfAsync(@case.Id, cancel)) done &= await BringAsync(@case, copy, cancel);
        return done;
    }

    private async Task<bool> BringAsync(Case @case, CardCopy copy, CancellationToken cancel)
    {
        var name = copy.Shown.Split('|', 2)[0];
        var made = district.Person(copy.PersonId) is { } person ? cards.Of(person, @case, copy.Subject, name, copy.Address.UserId, (await desk.OfAsync(@case, cancel)).State == TalkState.Waits) : null;
        var shown = $"{name}|{made?.Shown ?? "gone"}";
        if (shown == copy.Shown) return true;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await connector.UpdateAsync(copy.Address, copy.ActivityId, (Activity)MessageFactory.Attachment(made?.Attachment ?? PlainCards.NotYours(@case.Number)), either.Token);
            await copies.ShownAsync(copy, shown);
            return true;
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
