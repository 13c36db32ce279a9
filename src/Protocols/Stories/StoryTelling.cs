using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>One story told once: either each field by itself, as in the web chat, or each form at once, as in a card.</summary>
internal sealed class StoryTelling(Protocol protocol, Story story, ILibrary library, DateOnly today, bool formsAtOnce)
{
    private const int MostInputs = 500;

    private readonly StoryAnswers _answers = new(story);
    private readonly List<Effect> _effects = [];

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    public IReadOnlyList<WalkedWay> Ways { get; private set; } = [];

    /// <summary>The severity of the case that came of it; null when none was opened.</summary>
    public Severity? CaseSeverity
    {
        get
        {
            var raised = _effects.OfType<RaiseCase>().Select(r => (Severity?)r.Severity).Max();
            return raised ?? (_effects.OfType<Invite>().Any() ? protocol.Severity : null);
        }
    }

    public void Tell()
    {
        try
        {
            var run = Walk();
            Ways = run.Ways;
            Faults = [.. _answers.Left(), .. Unmet(run)];
        }
        catch (StoryBroken broken)
        {
            Faults = [broken.Fault];
        }
    }

    private ProtocolRun Walk()
    {
        var sprint = ProtocolEngine.Start(protocol, new RunStart("story", today), library);
        _effects.AddRange(sprint.Effects);
        for (var inputs = 0; !sprint.Run.IsEnded; inputs++)
        {
            if (inputs > MostInputs)
                throw Broken($"does not come to an end within {MostInputs} answers, last at {sprint.Run.Top.StepId}", "answer so that the protocol ends");
            // Written and read again, as between two messages.
            var run = ProtocolRunJson.Read(ProtocolRunJson.Write(sprint.Run));
            var input = Next(run);
            sprint = ProtocolEngine.Resume(run, input, library);
            if (sprint.Refused is { } refused)
                throw Broken($"is refused at {run.Top.StepId}: {refused}", "correct the answer");
            _effects.AddRange(sprint.Effects);
        }
        return sprint.Run;
    }

    private ProtocolInput Next(ProtocolRun run)
    {
        var token = run.Token!;
        var step = library.Get(run.Top.Key)!.Find(run.Top.StepId)!;
        if (step is WaitStep)
            return new WokeUp(token);
        var said = _answers.ForStep(step.Id);
        if (said == StoryAnswers.Silence)
            return new Silence(token);
        return step switch
        {
            QuestionStep => Answer(run, ProtocolEngine.Open(run, library)!),
            HandoffStep => said is null or "joins" ? new Joined(token, "p1") : throw Broken($"cannot say \"{said}\" to {step.Id}", "write joins or silence"),
            _ => Do(step, token, said),
        };
    }

    private ProtocolInput Answer(ProtocolRun run, Question question)
    {
        var values = new Dictionary<string, AnswerValue>();
        foreach (var field in formsAtOnce ? question.Fields : question.Fields.Take(1))
        {
            if (_answers.ForField(question.StepId, field) is not { } value)
                return new Silence(run.Token!);
            values[field.Name] = value;
        }
        return new GiveAnswer(run.Token!, values) { Today = today };
    }

    private DidIt Do(Step step, string token, string? said) => said switch
    {
        null or DoStep.Done => new DidIt(token, TaskResult.Done, token), // a person of its own for each token
        DoStep.NotPossible => new DidIt(token, TaskResult.NotPossible, "p1", new PersonText("words")),
        DoStep.HandedOver => new DidIt(token, TaskResult.HandedOver, "p1"),
        _ => throw Broken($"cannot say \"{said}\" to {step.Id}", "write done, not-possible, handed-over or silence"),
    };

    private IEnumerable<Fault> Unmet(ProtocolRun run)
    {
        var expect = story.Expect;
        if (expect.Outcome is { } outcome && outcome != run.Outcome)
            yield return Fault($"ends with {run.Outcome}, not {outcome}");
        var severity = CaseSeverity?.ToString().ToLowerInvariant() ?? "none";
        if (expect.Case is { } wanted && wanted != severity)
            yield return Fault($"leads to case: {severity}, not {wanted}");
        var told = Told().Distinct().ToArray();
        if (expect.Told is { } roles && !roles.SequenceEqual(told))
            yield return Fault($"tells [{string.Join(", ", told)}], not [{string.Join(", ", roles)}]");
        foreach (var never in expect.Never.Where(id => run.Visits(id) > 0))
            yield return Fault($"walks {never}, which it never should");
        foreach (var (id, times) in expect.Visits.Where(v => run.Visits(v.Key) != v.Value))
            yield return Fault($"walks {id} {run.Visits(id)} times, not {times}");
    }

    private IEnumerable<string> Told() => _effects.OfType<RaiseCase>()
        .SelectMany(r => story.NobodyAcknowledges ? [r.Role, .. r.Ladder.Select(l => l.To)] : new[] { r.Role });

    private Fault Fault(string what) => story.Place.Fault($"the story \"{story.Name}\" {what}", "correct the story, or the protocol");

    private StoryBroken Broken(string what, string cure) => new(story.Place.Fault($"the story \"{story.Name}\" {what}", cure));
}
