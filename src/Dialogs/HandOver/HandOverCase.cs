using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>What a hand-over does to its case: lines, who came and left, and the alarm that words may raise.</summary>
internal sealed class HandOverCase(DialogContent content, ITurnStore store, ICaseCalendars calendars)
{
    private static readonly Span Again = Span.Minutes(15);

    /// <summary>The case as this turn has left it so far, or null where it is gone.</summary>
    public async Task<Case?> FindAsync(Guid caseId, TurnWork work, CancellationToken cancel) => work.Changed(caseId) ?? await store.FindCaseAsync(caseId, cancel);

    public CaseMoment Moment(Case @case, Actor actor, TurnWork work) =>
        new(actor, work.Now, content.Protocols.PlanOf(@case.Protocol), calendars.Of(@case.SchoolId), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(8)));

    /// <summary>Adds a step; the conversation that opened the case holds its key.</summary>
    public static void Take(CaseStep step, Case before, TurnWork work) => work.Change(step, before.Revision, OpenOf(before.Id, work)?.CaseKey());

    /// <returns>The line's id.</returns>
    public Guid Say(Case @case, Guid handOver, Actor who, PersonText text, TurnWork work)
    {
        var at = Moment(@case, who, work).TimeKept(@case, who);
        var line = new Words(Guid.NewGuid(), @case.Id, WordsKind.Said, handOver.ToString("N"), "", who, at, text);
        Take(CaseEngine.Talk(@case, line), @case, work);
        return line.Id;
    }

    /// <summary>
    /// Words that raise the alarm call the people whom the protocol for them calls, although somebody is in the chat: nobody knows
    /// whether that person sees them now.
    /// </summary>
    public void Alarm(Case @case, HandOverState state, IReadOnlyList<Signal> signals, TurnWork work)
    {
        var fresh = signals.Select(s => s.Kind).Distinct().Except(state.Alarmed).ToList();
        if (fresh.Count == 0) return;
        state.Alarmed = [.. state.Alarmed, .. fresh];
        var today = content.District.CalendarOf(null).Today(work.Now);
        var call = fresh.SelectMany(kind => content.Protocols.StartedBy($"signal:{kind}", today)).OrderByDescending(p => p.Severity)
            .SelectMany(p => p.Steps.OfType<AlertStep>()).OrderByDescending(a => a.Severity).FirstOrDefault();
        Raise(@case, call?.Severity ?? Severity.Urgent, call is null ? [new Rung(state.Role, Again)] : [new Rung(call.Role, call.Acknowledge), .. call.Escalate.Select(r => new Rung(r.To, r.Acknowledge ?? Again))], work);
    }

    /// <summary>Calls the role again: whoever came does not answer any more.</summary>
    public void CallAgain(Case @case, HandOverState state, TurnWork work) => Raise(@case, @case.Severity == Severity.Standard ? Severity.Urgent : @case.Severity, [new Rung(state.Role, Again)], work);

    private void Raise(Case @case, Severity severity, IReadOnlyList<Rung> ladder, TurnWork work) =>
        Take(CaseEngine.Raise(@case, severity, ladder, work.Now, Moment(@case, Actor.Reporter, work)), @case, work);

    private static OpenCase? OpenOf(Guid caseId, TurnWork work) => work.Talk.Cases.Values.FirstOrDefault(c => c.Id == caseId);
}
