using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>Turns the effects <c>alert</c> and <c>handoff</c> into changes of a case: opens it with everything answered so far, or raises it.</summary>
internal sealed class CaseRaising(DialogContent content, ITurnStore store, ICaseCalendars calendars, AlertRelease release)
{
    private readonly CaseWords _words = new(content);
    private readonly NamedStaff _named = new(content, store, calendars);

    /// <returns>The receipt of a case that was opened; null where it was open before.</returns>
    public async Task<ReceiptCode?> ApplyAsync(RaiseCase raise, ProtocolRun run, TurnWork work, CancellationToken cancel)
    {
        var alarmed = work.Talk.Signals.Count > 0;
        var severity = alarmed && raise.Severity < Severity.Urgent ? Severity.Urgent : raise.Severity;
        var ladder = Ladder(raise, severity, capped: alarmed && severity != raise.Severity);
        var sendAt = release.From(work.Now, blurred: raise.Release == Release.Blurred && severity == Severity.Standard && work.Traits.Anonymous);
        return await RaiseAsync(raise.Protocol, run, work, severity, ladder, sendAt, cancel);
    }

    /// <summary>
    /// Gives the open case of a run what was answered since: the school at once, because an alert that already left cannot find the
    /// right people without it, and whom to keep out at once, because it may climb to them; what was said only when <paramref name="sent"/>, because until then
    /// it is the person's draft.
    /// </summary>
    public async Task CatchUpAsync(ProtocolRun run, TurnWork work, bool sent, CancellationToken cancel)
    {
        foreach (var (id, open) in work.Talk.Cases.Where(c => run.Frames.Any(f => c.Key == Of(run, f.Key.Id))).ToList())
        {
            var news = sent && _words.Names(run).Except(open.Written).Any();
            var learns = !open.SchoolKnown && SchoolOf(run) is not null;
            var schoolId = SchoolOf(run) ?? "";
            var (staff, before) = (_words.KeptOut(run, schoolId), open.KeptOut ?? StaffOut.Nobody);
            if ((!news && !learns && !staff.IsMoreThan(before)) || await FindAsync(open, work, cancel) is not { } @case) continue;
            var moment = Moment(work, content.Protocols.PlanOf(@case.Protocol), schoolId);
            var step = CaseEngine.LearnSchool(@case, schoolId, content.District.JurisdictionOf(schoolId), moment);
            if (news) step = step.Then(CaseEngine.Write(step.Case, _words.Of(run, work, step.Case, open.Written, moment)));
            step = step.Then(staff.Of(step.Case, before, moment));
            work.Change(step, @case.Revision, open.CaseKey());
            work.Talk.Cases[id] = open with { SchoolKnown = schoolId.Length > 0, Written = news ? _words.Names(run) : open.Written, KeptOut = staff };
        }
    }

    /// <summary>A hand-off needs a case; where an alert has opened one, that one serves.</summary>
    public async Task<ReceiptCode?> InviteAsync(Invite invite, ProtocolRun run, TurnWork work, CancellationToken cancel)
    {
        if (CaseOf(invite.Protocol, run, work) is not null) return null;
        var severity = content.Protocols.Get(invite.Protocol)?.Severity ?? Severity.Urgent;
        return await RaiseAsync(invite.Protocol, run, work, severity, [new(invite.Role, AlertLadder.Repeat)], work.Now, cancel);
    }

    /// <summary>Adds words to the case of a run. False where there is none.</summary>
    public async Task<bool> AddAsync(PersonText text, ProtocolRun run, TurnWork work, CancellationToken cancel)
    {
        if (CaseOf(run.Top.Key, run, work) is not { } open || await FindAsync(open, work, cancel) is not { } @case) return false;
        var moment = Moment(work, content.Protocols.PlanOf(@case.Protocol), @case.SchoolId);
        var words = new Words(Guid.NewGuid(), @case.Id, WordsKind.Reply, "", "", Actor.Reporter, moment.TimeKept(@case, Actor.Reporter), text);
        work.Change(CaseEngine.ReporterWrites(@case, words, moment), @case.Revision, open.CaseKey());
        await _named.KeepOutAsync(text, @case, moment, work, cancel);
        return true;
    }

    /// <summary>The case this conversation has opened for a protocol, or for the one that called it.</summary>
    public OpenCase? CaseOf(ProtocolKey protocol, ProtocolRun run, TurnWork work) => work.Talk.Cases.GetValueOrDefault(Of(run, WithPlan(protocol, run).Id));

    /// <summary>Who has acknowledged every alert of a run's case already; null where somebody is still being called, or where there is no case.</summary>
    public async Task<string?> TakenByAsync(ProtocolKey protocol, ProtocolRun run, TurnWork work, CancellationToken cancel) =>
        CaseOf(protocol, run, work) is { } open && await FindAsync(open, work, cancel) is { OpenAlert: null, Alerts: [.., var last] } ? last.Acknowledged?.PersonId : null;

    /// <summary>The case of a run as it is now; null where there is none yet.</summary>
    public async Task<Case?> CaseNowAsync(ProtocolKey protocol, ProtocolRun run, TurnWork work, CancellationToken cancel) =>
        CaseOf(protocol, run, work) is { } open ? await FindAsync(open, work, cancel) : null;

    /// <summary>The case that a run works in as it is now; null where there is none yet, or where its protocol opens none.</summary>
    public async Task<Case?> CaseOfStepsAsync(ProtocolRun run, TurnWork work, CancellationToken cancel) =>
        run.Frames.Any(f => content.Protocols.Get(f.Key)?.Case is not null) ? await CaseNowAsync(run.Top.Key, run, work, cancel) : null;

    /// <summary>Notes in the case that its steps go to somebody else, who is told.</summary>
    /// <returns>The case afterwards and the key that the run rests under; null where the case is over, or that person is kept out of it.</returns>
    public (Case Case, CaseKey Key)? HandStepsOver(Case @case, StepsReason why, string role, string? toPerson, DateTimeOffset? due, ProtocolRun run, TurnWork work)
    {
        if (CaseOf(run.Top.Key, run, work) is not { } open) return null;
        if (CaseEngine.HandStepsOver(@case, run.RunId, why, role, toPerson, due, Moment(work, content.Protocols.PlanOf(@case.Protocol), @case.SchoolId)).Step is not { } step) return null;
        work.Change(step, @case.Revision, open.CaseKey());
        return (step.Case, open.CaseKey());
    }

    /// <summary>Notes in the case that a second person has said that a step is done.</summary>
    public async Task ConfirmAsync(string firstPerson, ProtocolRun run, TurnWork work, CancellationToken cancel)
    {
        if (await CaseOfStepsAsync(run, work, cancel) is not { } @case || CaseOf(run.Top.Key, run, work) is not { } open) return;
        if (CaseEngine.ConfirmStep(@case, firstPerson, Moment(work, content.Protocols.PlanOf(@case.Protocol), @case.SchoolId)).Step is { } step) work.Change(step, @case.Revision, open.CaseKey());
    }

    /// <summary>Ids of staff whom the answers so far keep out.</summary>
    public IReadOnlyList<string> KeptOut(ProtocolRun run) => _words.KeptOut(run, SchoolOf(run) ?? "").All;

    public static string? SchoolOf(ProtocolRun run) =>
        run.Frames.SelectMany(f => f.Given).Select(g => g.Value).Concat(run.Returned.Values).OfType<SchoolAnswer>().LastOrDefault()?.Id;

    public ICaseCalendar CalendarOf(ProtocolRun run) => calendars.Of(SchoolOf(run) ?? "");

    private async Task<ReceiptCode?> RaiseAsync(ProtocolKey key, ProtocolRun run, TurnWork work, Severity severity, IReadOnlyList<Cases.Rung> ladder, DateTimeOffset sendAt, CancellationToken cancel)
    {
        var protocol = WithPlan(key, run);
        var plan = protocol.Case!;
        var schoolId = SchoolOf(run) ?? "";
        var (moment, staff) = (Moment(work, plan, schoolId), _words.KeptOut(run, schoolId));
        if (work.Talk.Cases.TryGetValue(Of(run, protocol.Id), out var open) && await FindAsync(open, work, cancel) is { } before)
        {
            var more = CaseEngine.Write(before, _words.Of(run, work, before, open.Written, moment));
            more = more.Then(staff.Of(more.Case, open.KeptOut ?? StaffOut.Nobody, moment));
            work.Change(more.Then(CaseEngine.Raise(more.Case, severity, ladder, sendAt, moment)), before.Revision, open.CaseKey());
            work.Talk.Cases[Of(run, protocol.Id)] = open with { Written = _words.Names(run), KeptOut = staff };
            return null;
        }

        var opening = new CaseOpening(
            Guid.NewGuid(), CaseNumber.From(RandomNumberGenerator.GetBytes(6)), protocol.Key.ToString(), [.. run.Walked.Where(w => w.Protocol == protocol.Key).Select(w => w.StepId)],
            severity, schoolId, content.District.JurisdictionOf(schoolId.Length == 0 ? null : schoolId), work.Traits.Anonymous, work.Talk.Language, staff.Named);
        var step = CaseEngine.Open(opening, moment);
        step = step.Then(staff.Of(step.Case, StaffOut.Nobody with { Named = staff.Named }, moment));
        step = step.Then(CaseEngine.Write(step.Case, _words.Of(run, work, step.Case, [], moment)));
        step = NotBefore(step.Then(CaseEngine.Raise(step.Case, severity, ladder, sendAt, moment)), sendAt);

        var caseKey = CaseKey.New();
        // Protocols promise a code to everybody who reports, and whoever comes back may do so from anywhere.
        var receipt = ReceiptCode.New();
        work.Change(step, 0, caseKey, receipt);
        work.Talk.Cases[Of(run, protocol.Id)] = new OpenCase(opening.Id, opening.Number, Convert.ToBase64String(caseKey.Bytes.Span), schoolId.Length > 0, _words.Names(run)) { KeptOut = staff };
        return receipt;
    }

    // A second report in the same chat is another run, and another case.
    private static string Of(ProtocolRun run, string protocolId) => $"{run.RunId}/{protocolId}";

    private async Task<Case?> FindAsync(OpenCase open, TurnWork work, CancellationToken cancel) =>
        work.Changed(open.Id) ?? await store.FindCaseAsync(open.Id, cancel);

    // The nearest protocol of the run that knows how its cases are worked: a called one without a plan raises its caller's case.
    private Protocol WithPlan(ProtocolKey key, ProtocolRun run)
    {
        var keys = run.Frames.Select(f => f.Key).Reverse().Prepend(key);
        return keys.Select(content.Protocols.Get).FirstOrDefault(p => p?.Case is not null)
            ?? throw new InvalidOperationException($"{key} raises a case and no protocol of the run has a case section.");
    }

    // Once words raised an alarm, no rung waits longer than an urgent one.
    private static IReadOnlyList<Cases.Rung> Ladder(RaiseCase raise, Severity severity, bool capped)
    {
        var ladder = AlertLadder.Of(raise.Role, raise.Acknowledge, raise.Ladder, severity);
        return capped ? [.. ladder.Select(r => r with { Within = AlertLadder.Repeat })] : ladder;
    }

    private CaseMoment Moment(TurnWork work, CasePlan plan, string schoolId) =>
        new(work.Turn.PersonId is { } person ? Actor.Staff(person) : Actor.Reporter, work.Now, plan, calendars.Of(schoolId), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(8)))
        {
            RolesHere = work.Turn.PersonId is { } known ? content.District.RolesAt(known, schoolId.Length == 0 ? null : schoolId) : new HashSet<string>(),
        };

    // Tasks that open with a report leave no sooner than its alert: nobody shall match it to a person by the clock.
    private static CaseStep NotBefore(CaseStep step, DateTimeOffset sendAt) =>
        step with { Notices = [.. step.Notices.Select(n => n.Kind == NoticeKind.TaskOpened && n.NotBefore < sendAt ? n with { NotBefore = sendAt } : n)] };
}
