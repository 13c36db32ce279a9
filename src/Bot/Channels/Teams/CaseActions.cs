using AdaptiveCards;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;
using SupportBot.Wire;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>What a press on a case card gives back: the card as it is now, or a sentence.</summary>
public sealed record ActionAnswer(AdaptiveCard? Card, string? Sentence)
{
    public AdaptiveCardInvokeResponse Response => Card is not null
        ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = Card }
        : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = Sentence };
}

/// <summary>A button that may be pressed by who pressed it, and the case it is about.</summary>
public sealed record HeldButton(CardGrant Grant, Case Case);

/// <summary>
/// Presses on case cards. Whoever presses is authorised now, by the directory and the rules of the case; holding a card is no right. What is
/// refused changes nothing, is said plainly, and is one audit entry.
/// </summary>
public sealed class CaseActions(ICaseBook cases, CaseSight sight, CaseCards cards, CardCopies copies, CardTokens tokens, CaseWork work, HandOverDesk desk, District district, TimeProvider time, ILogger<CaseActions> log)
{
    private const int Tries = 4;
    private const string UsedBefore = "This button was used already. Nothing more was done.";

    /// <param name="userId">The presser as Teams names them, for the refresh of the card that comes back.</param>
    public async Task<ActionAnswer> PressAsync(string verb, object? data, Person? person, string userId, CancellationToken cancel)
    {
        var (held, refused) = await CheckAsync(verb, data, person, cancel);
        if (held is not var (grant, @case)) return refused!;
        if (verb == CardVerbs.Refresh) return await CurrentAsync(person!, @case, grant, userId, cancel);
        return verb switch
        {
            CardVerbs.Acknowledge => await AcknowledgeAsync(person!, grant, userId, cancel),
            CardVerbs.Join => await JoinAsync(person!, @case, grant, userId, cancel),
            CardVerbs.Open => cards.Detail(person!, @case, grant.Subject, grant.Copy) is { } detail ? new(detail, null) : await CurrentAsync(person!, @case, grant, userId, cancel),
            _ => await RefuseAsync(grant, person, "unknown-verb", "I do not know that button. Nothing was done.", cancel),
        };
    }

    /// <summary>Whether steps that wait may be gone on with by this press. Taking them is a turn of the presser's own chat, and used up there.</summary>
    /// <returns>The case and what the button carries; or else what the presser is answered.</returns>
    public Task<(HeldButton? Held, ActionAnswer? Refused)> GoOnAsync(object? data, Person? person, CancellationToken cancel) => CheckAsync(CardVerbs.GoOn, data, person, cancel);

    /// <summary>The card after that turn.</summary>
    public async Task<ActionAnswer> WentOnAsync(HeldButton held, Person person, string userId, CancellationToken cancel) =>
        await CurrentAsync(person, await cases.FindAsync(held.Case.Id, cancel) ?? held.Case, held.Grant, userId, cancel);

    private async Task<(HeldButton? Held, ActionAnswer? Refused)> CheckAsync(string verb, object? data, Person? person, CancellationToken cancel)
    {
        var grant = tokens.Open(JsonValue.Text(data!, CardVerbs.TokenMember));
        if (grant is null) return (null, await RefuseAsync(null, person, "forged", "This button was not made by me, or it was changed. Nothing was done. Please open the case in the console.", cancel));
        if (person is null || person.Id != grant.PersonId)
            return (null, await RefuseAsync(grant, person, "not-theirs", "This card was made for somebody else, so its buttons do nothing for you. Nothing was done.", cancel));
        var @case = await cases.FindAsync(grant.CaseId, cancel);
        // Another person was faster with the steps: who that is, is the whole answer.
        if (@case is not null && sight.See(person, @case) is null && cards.Of(person, @case, grant.Subject, grant.Copy, "", waits: false) is { } told) return (null, new(told.Card, null));
        if (@case is null || sight.See(person, @case) is null)
            return (null, await RefuseAsync(grant, person, "not-seen", "There is nothing here for you: the case is gone, or it is not yours to see.", cancel));
        if (verb == CardVerbs.Refresh) return (new(grant, @case), null);
        if (tokens.IsExpired(grant)) return (null, await RefuseAsync(grant, person, "expired", $"This card is too old to be used. Please open case {@case.Number} in the console, or look at the newest card.", cancel));
        if (await IsReplacedAsync(grant, cancel)) return (null, await RefuseAsync(grant, person, "replaced", $"There is a newer card for case {@case.Number} further down in this chat. Please use that one.", cancel));
        return (new(grant, @case), null);
    }

    private async Task<ActionAnswer> AcknowledgeAsync(Person person, CardGrant grant, string userId, CancellationToken cancel)
    {
        for (var left = Tries; left > 0; left--)
        {
            if (await cases.FindAsync(grant.CaseId, cancel) is not { } @case || sight.See(person, @case) is not { } seen || @case.Alerts.All(a => a.Id != grant.Subject))
                return await RefuseAsync(grant, person, "not-seen", "There is nothing here for you: the case is gone, or it is not yours to see.", cancel);
            var result = CaseEngine.Acknowledge(@case, grant.Subject, work.MomentOf(person, seen));
            // Somebody has it already: the card says who, and that is the whole answer.
            if (result.Refused is not null) return await CurrentAsync(person, @case, grant, userId, cancel);
            switch (await cases.CommitOnceAsync(result.Step!, @case.Revision, grant.Nonce, cancel))
            {
                case OnceOutcome.Done:
                    Log.AcknowledgedInTeams(log, @case.Number, person.Id);
                    return await CurrentAsync(person, await cases.FindAsync(grant.CaseId, cancel) ?? result.Step!.Case, grant, userId, cancel);
                case OnceOutcome.UsedBefore:
                    return await RefuseAsync(grant, person, "used-before", UsedBefore, cancel);
            }
        }

        return new(null, "Somebody changed this case at the same moment. Please press again.");
    }

    // Whoever joins has taken the alert. Where the reporter has left meanwhile, the case is there all the same and needs somebody.
    private async Task<ActionAnswer> JoinAsync(Person person, Case @case, CardGrant grant, string userId, CancellationToken cancel)
    {
        var joined = await desk.JoinAsync(person.Id, @case.Number, grant.Nonce, cancel);
        return joined switch
        {
            TalkAnswer.Done or TalkAnswer.Taken => await CurrentAsync(person, await cases.FindAsync(grant.CaseId, cancel) ?? @case, grant, userId, cancel),
            TalkAnswer.TooMany => new(null, "You are in as many chats as one person may be at a time. Type **leave** in one of them first, or ask a colleague."),
            TalkAnswer.UsedBefore => await RefuseAsync(grant, person, "used-before", UsedBefore, cancel),
            TalkAnswer.NotSaved => new(null, "Nothing was saved. Please press again."),
            _ => await AcknowledgeAsync(person, grant, userId, cancel),
        };
    }

    private async Task<bool> WaitsAsync(Case @case, CancellationToken cancel) => (await desk.OfAsync(@case, cancel)).State == TalkState.Waits;

    private async Task<ActionAnswer> CurrentAsync(Person person, Case @case, CardGrant grant, string userId, CancellationToken cancel)
    {
        if (await IsReplacedAsync(grant, cancel)) return new(null, $"There is a newer card for case {@case.Number} further down in this chat.");
        return cards.Of(person, @case, grant.Subject, grant.Copy, userId, await WaitsAsync(@case, cancel)) is { } made ? new(made.Card, null) : new(null, "Nothing is left to do here.");
    }

    private async Task<bool> IsReplacedAsync(CardGrant grant, CancellationToken cancel) =>
        (await copies.OfAsync(grant.CaseId, cancel)).FirstOrDefault(c => c.Subject == grant.Subject && c.PersonId == grant.PersonId) is { } copy
        && copy.Shown.Split('|', 2)[0] != grant.Copy;

    private async Task<ActionAnswer> RefuseAsync(CardGrant? grant, Person? person, string reason, string sentence, CancellationToken cancel)
    {
        Log.ActionRefused(log, reason);
        var actor = person is not null && district.Person(person.Id) is not null ? Actor.Staff(person.Id) : Actor.Program;
        await cases.NoteAsync(new AuditEntry(grant?.CaseId ?? Guid.Empty, actor, AuditAction.ActionRefused, reason, time.GetUtcNow()), cancel);
        return new(null, sentence);
    }
}
