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

    /// <param name="userId">The presser as Teams names them, for the refresh of the card that comes back.</param>
    /// <param name="words">Of the presser's language.</param>
    public async Task<ActionAnswer> PressAsync(string verb, object? data, Person? person, string userId, ICardWords words, CancellationToken cancel)
    {
        var (held, refused) = await CheckAsync(verb, data, person, words, cancel);
        if (held is not var (grant, @case)) return refused!;
        if (verb == CardVerbs.Refresh) return await CurrentAsync(person!, @case, grant, userId, words, cancel);
        return verb switch
        {
            CardVerbs.Acknowledge => await AcknowledgeAsync(person!, grant, userId, words, cancel),
            CardVerbs.Join => await JoinAsync(person!, @case, grant, userId, words, cancel),
            CardVerbs.Open => cards.Detail(person!, @case, grant.Subject, grant.Copy, words) is { } detail ? new(detail, null) : await CurrentAsync(person!, @case, grant, userId, words, cancel),
            _ => await RefuseAsync(grant, person, "unknown-verb", words["press.unknown"], cancel),
        };
    }

    /// <summary>Whether steps that wait may be gone on with by this press. Taking them is a turn of the presser's own chat, and used up there.</summary>
    /// <returns>The case and what the button carries; or else what the presser is answered.</returns>
    public Task<(HeldButton? Held, ActionAnswer? Refused)> GoOnAsync(object? data, Person? person, ICardWords words, CancellationToken cancel) =>
        CheckAsync(CardVerbs.GoOn, data, person, words, cancel);

    /// <summary>The card after that turn.</summary>
    public async Task<ActionAnswer> WentOnAsync(HeldButton held, Person person, string userId, ICardWords words, CancellationToken cancel) =>
        await CurrentAsync(person, await cases.FindAsync(held.Case.Id, cancel) ?? held.Case, held.Grant, userId, words, cancel);

    private async Task<(HeldButton? Held, ActionAnswer? Refused)> CheckAsync(string verb, object? data, Person? person, ICardWords words, CancellationToken cancel)
    {
        var grant = tokens.Open(JsonValue.Text(data!, CardVerbs.TokenMember));
        if (grant is null) return (null, await RefuseAsync(null, person, "forged", words["press.forged"], cancel));
        if (person is null || person.Id != grant.PersonId)
            return (null, await RefuseAsync(grant, person, "not-theirs", words["press.not-theirs"], cancel));
        var @case = await cases.FindAsync(grant.CaseId, cancel);
        // Another person was faster with the steps: who that is, is the whole answer.
        if (@case is not null && sight.See(person, @case) is null && cards.Of(person, @case, grant.Subject, grant.Copy, "", waits: false, words) is { } told) return (null, new(told.Card, null));
        if (@case is null || sight.See(person, @case) is null)
            return (null, await RefuseAsync(grant, person, "not-seen", words["press.not-seen"], cancel));
        if (verb == CardVerbs.Refresh) return (new(grant, @case), null);
        if (tokens.IsExpired(grant)) return (null, await RefuseAsync(grant, person, "expired", words.Say("press.expired", ("code", @case.Number)), cancel));
        if (await IsReplacedAsync(grant, cancel)) return (null, await RefuseAsync(grant, person, "replaced", words.Say("press.replaced", ("code", @case.Number)), cancel));
        return (new(grant, @case), null);
    }

    private async Task<ActionAnswer> AcknowledgeAsync(Person person, CardGrant grant, string userId, ICardWords words, CancellationToken cancel)
    {
        for (var left = Tries; left > 0; left--)
        {
            if (await cases.FindAsync(grant.CaseId, cancel) is not { } @case || sight.See(person, @case) is not { } seen || @case.Alerts.All(a => a.Id != grant.Subject))
                return await RefuseAsync(grant, person, "not-seen", words["press.not-seen"], cancel);
            var result = CaseEngine.Acknowledge(@case, grant.Subject, work.MomentOf(person, seen));
            // Somebody has it already: the card says who, and that is the whole answer.
            if (result.Refused is not null) return await CurrentAsync(person, @case, grant, userId, words, cancel);
            switch (await cases.CommitOnceAsync(result.Step!, @case.Revision, grant.Nonce, cancel))
            {
                case OnceOutcome.Done:
                    Log.AcknowledgedInTeams(log, @case.Number, person.Id);
                    return await CurrentAsync(person, await cases.FindAsync(grant.CaseId, cancel) ?? result.Step!.Case, grant, userId, words, cancel);
                case OnceOutcome.UsedBefore:
                    return await RefuseAsync(grant, person, "used-before", words["press.used"], cancel);
            }
        }

        return new(null, words["press.same-moment"]);
    }

    // Whoever joins has taken the alert. Where the reporter has left meanwhile, the case is there all the same and needs somebody.
    private async Task<ActionAnswer> JoinAsync(Person person, Case @case, CardGrant grant, string userId, ICardWords words, CancellationToken cancel)
    {
        var joined = await desk.JoinAsync(person.Id, @case.Number, grant.Nonce, cancel);
        return joined switch
        {
            TalkAnswer.Done or TalkAnswer.Taken => await CurrentAsync(person, await cases.FindAsync(grant.CaseId, cancel) ?? @case, grant, userId, words, cancel),
            TalkAnswer.TooMany => new(null, words["press.too-many"]),
            TalkAnswer.UsedBefore => await RefuseAsync(grant, person, "used-before", words["press.used"], cancel),
            TalkAnswer.NotSaved => new(null, words["press.not-saved"]),
            _ => await AcknowledgeAsync(person, grant, userId, words, cancel),
        };
    }

    private async Task<bool> WaitsAsync(Case @case, CancellationToken cancel) => (await desk.OfAsync(@case, cancel)).State == TalkState.Waits;

    private async Task<ActionAnswer> CurrentAsync(Person person, Case @case, CardGrant grant, string userId, ICardWords words, CancellationToken cancel)
    {
        if (await IsReplacedAsync(grant, cancel)) return new(null, words.Say("press.newer", ("code", @case.Number)));
        return cards.Of(person, @case, grant.Subject, grant.Copy, userId, await WaitsAsync(@case, cancel), words) is { } made ? new(made.Card, null) : new(null, words["closed.below"]);
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
