using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>What a walk wants done, as sentences, in the order in which it was walked.</summary>
internal sealed class DryRunWords(ProtocolShelf shelf, District district, ProtocolWords words)
{
    /// <param name="earlier">how many steps were walked before</param>
    public IReadOnlyList<DryLine> Of(Sprint sprint, int earlier, string language)
    {
        var lines = new List<DryLine>();
        var wanted = new Queue<Effect>(sprint.Effects);
        for (var i = earlier; i < sprint.Run.Walked.Count; i++)
        {
            var arrived = sprint.Run.Walked[i];
            while (wanted.TryPeek(out var effect) && effect.Protocol == arrived.Protocol && effect.StepId == arrived.StepId)
                lines.AddRange(Of(wanted.Dequeue(), language, sprint.Run, i));
            if (shelf.Get(arrived.Protocol)?.Find(arrived.StepId) is CallStep call) lines.Add(Called(call, sprint.Run, i));
        }

        foreach (var effect in wanted) lines.AddRange(Of(effect, language, sprint.Run, sprint.Run.Walked.Count));
        return lines;
    }

    /// <summary>The cases that the run would have opened by now, each once, in the order in which they would have opened.</summary>
    public IReadOnlyList<DryCase> CasesOf(ProtocolRun run) =>
    [
        .. run.Walked.Where(w => shelf.Get(w.Protocol)?.Find(w.StepId) is AlertStep or HandoffStep).Select(w => PlanOf(w.Protocol, run)).OfType<CasePlan>().Distinct()
            .Select(plan => DryCase.Of(plan, words.Role, id => shelf.Versions(id) is [.., var newest] ? newest.Title : id)),
    ];

    /// <summary>The question with the texts of the language, where they are translated.</summary>
    public Question Over(Question question, string language) => shelf.In(question, language);

    /// <param name="at">how many steps were walked when it was wanted</param>
    private IEnumerable<DryLine> Of(Effect wanted, string language, ProtocolRun run, int at)
    {
        var effect = shelf.In(wanted, language);
        switch (effect)
        {
            case Say say:
                yield return new(DryLineKind.Said, "The program says", say.Text, language);
                if (say.Resource is { } shown) yield return new(DryLineKind.Said, "The program shows help", Help(shown));
                break;
            case RaiseCase raise:
                foreach (var line in Alert(raise, run, at)) yield return line;
                break;
            case Invite invite:
                if (!HasCase(invite.Protocol, run, at)) yield return Opened(invite.Protocol, run, shelf.Get(invite.Protocol)?.Severity);
                yield return new(DryLineKind.Would, $"Would ask the {words.Role(invite.Role)} into the chat.", null);
                yield return new(DryLineKind.Said, "The program says meanwhile", invite.Text, language);
                break;
            case GiveTask task:
                yield return new(DryLineKind.Would, $"Would give the {words.Role(task.Role)} something to do within {ProtocolWords.Of(task.Due)}{(task.TwoPerson ? "; two people must say that it is done" : "")}:", task.Text, language);
                break;
            case Sleep sleep:
                yield return new(DryLineKind.Would, $"Would wait {ProtocolWords.Of(sleep.For)} and then come back.", null);
                break;
            case Finish finish:
                if (shelf.Get(run.Key) is { IsSurvey: true }) yield return new(DryLineKind.Would, "Would count each choice by school and month, and keep nothing else.", null);
                yield return new(DryLineKind.Said, "The dialog is over", finish.Outcome.Replace('-', ' '));
                break;
        }
    }

    private IEnumerable<DryLine> Alert(RaiseCase raise, ProtocolRun run, int at)
    {
        yield return HasCase(raise.Protocol, run, at)
            ? new(DryLineKind.Would, "Would add to the same case, and raise it where this is more severe.", null)
            : Opened(raise.Protocol, run, raise.Severity);
        yield return new(
            DryLineKind.Would,
            $"Would alert the {words.Role(raise.Role)}: {raise.Severity.ToString().ToLowerInvariant()}, {ProtocolWords.Of(raise.Acknowledge)} to answer{string.Concat(raise.Ladder.Select(Rung))}; the last is told again and again until somebody answers.{(raise is { Release: Release.Blurred, Severity: Severity.Standard } ? " From the anonymous web chat it leaves after a random few minutes, so that nobody can match a report to a person by the clock." : " It leaves at once.")}",
            null);
    }

    private string Rung(LadderRung rung) => $"; then the {words.Role(rung.To)}{(rung.Acknowledge is { } time ? $", {ProtocolWords.Of(time)} to answer" : "")}";

    private DryLine Opened(ProtocolKey protocol, ProtocolRun run, Severity? severity)
    {
        var plan = PlanOf(protocol, run);
        var tasks = plan?.Tasks.Where(t => t.Opens == plan.First.Id).Select(t => $"\u201C{t.Title}\u201D ({words.Role(t.Owner)}{(t.Due is { } due ? $", within {ProtocolWords.Of(due)}" : "")}{(t.In is null ? "" : $", {t.In} only")})").ToArray() ?? [];
        return new(DryLineKind.Would, $"Would open a case{(plan is null ? "" : $": \u201C{plan.Title}\u201D")}{(severity is null ? "" : $", {severity.ToString()!.ToLowerInvariant()}")}.{(tasks.Length == 0 ? "" : $" Tasks that open with it: {string.Join("; ", tasks)}.")}", null);
    }

    // One case for each protocol that plans one; a called protocol without a plan adds to the case of the one that called it.
    private bool HasCase(ProtocolKey protocol, ProtocolRun run, int at) =>
        run.Walked.Take(at).Any(w => ReferenceEquals(PlanOf(w.Protocol, run), PlanOf(protocol, run)) && shelf.Get(w.Protocol)?.Find(w.StepId) is AlertStep or HandoffStep);

    private CasePlan? PlanOf(ProtocolKey protocol, ProtocolRun run) => shelf.Get(protocol)?.Case ?? shelf.Get(run.Key)?.Case;

    private DryLine Called(CallStep call, ProtocolRun run, int at) =>
        at + 1 < run.Walked.Count && run.Walked[at + 1].Protocol is var next && next.Id == call.Protocol
            ? new(DryLineKind.Would, $"Goes on in the protocol \u201C{shelf.Get(next)?.Title}\u201D ({next}), and comes back after it.", null)
            : new(DryLineKind.Would, $"Would go on in the protocol {call.Protocol}; no version of it can be started today, so it goes to its fallback: a person.", null);

    private string Help(ResourceReference shown)
    {
        var list = shown.Id is { } id ? district.Resources.Lists.FirstOrDefault(l => l.Id == id) : null;
        var topic = shown.Topic is { } about ? district.Resources.Topics.FirstOrDefault(t => t.Id == about) : null;
        var one = district.Resources.All.FirstOrDefault(r => r.Id == shown.Id);
        return list?.Title ?? topic?.Title.ToString() ?? one?.Name ?? shown.Id ?? shown.Topic ?? "";
    }
}
