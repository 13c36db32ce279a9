namespace SupportBot.Protocols;

/// <summary>One sprint while it is being walked. The verbs are in the files beside this one.</summary>
internal sealed partial class Walk(ProtocolRun run, ILibrary library)
{
    private const int MostSteps = 1_000;
    private const int MostFrames = 8;

    private readonly List<Effect> _effects = [];
    private ProtocolRun _run = run;
    private IReadOnlyList<GivenAnswer>? _given;
    private IReadOnlyDictionary<string, AnswerValue> _answered = new Dictionary<string, AnswerValue>();
    private int _steps;

    private RunFrame Top
    {
        get => _run.Top;
        set => _run = _run with { Frames = [.. _run.Frames.SkipLast(1), value] };
    }

    private ProtocolKey Key => Top.Key;

    // Looked at several times a step; it changes only with what was given.
    private IReadOnlyDictionary<string, AnswerValue> Answered
    {
        get
        {
            if (!ReferenceEquals(_given, Top.Given)) (_given, _answered) = (Top.Given, Top.Answers);
            return _answered;
        }
    }

    public Sprint Done() => new(_run, _effects);

    public void Enter(Protocol protocol)
    {
        if (_run.Frames.Count >= MostFrames)
            throw new InvalidOperationException($"{protocol.Key} would be the ninth protocol inside another.");
        var frame = new RunFrame
        {
            Key = protocol.Key,
            Hash = protocol.Hash,
            StepId = protocol.First.Id,
            Remembered = [.. _run.Known.Select(k => new GivenAnswer(k.Key, "", k.Value, 0))],
        };
        _run = _run with { Frames = [.. _run.Frames, frame] };
    }

    /// <summary>Walks until something is awaited or the run is over.</summary>
    public void Go(string? stepId)
    {
        while (stepId is not null)
        {
            if (++_steps > MostSteps)
                throw new InvalidOperationException($"{Key} walked {MostSteps} steps without waiting, last {stepId}.");
            stepId = Arrive(stepId);
        }
    }

    public InputRefusal? Take(ProtocolInput input) => input switch
    {
        GiveAnswer answer => Answer(answer),
        Silence silence => FallSilent(silence),
        StepBack => GoBack(),
        ChangeAnswer change => Reopen(change),
        Joined joined => Join(joined),
        DidIt did => Report(did),
        WokeUp woke => WakeUp(woke),
        Recall recall => FallBack(recall),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "An input the engine does not know."),
    };

    private string? Arrive(string stepId)
    {
        Top = Top with { StepId = stepId };
        _run = _run with { Walked = [.. _run.Walked, new(Key, stepId)], Token = null };
        return Current() switch
        {
            SayStep say => Speak(say),
            QuestionStep question => PutAfresh(question),
            AlertStep alert => Raise(alert),
            HandoffStep handoff => Invite(handoff),
            WaitStep wait => FallAsleep(wait),
            CallStep call => Call(call),
            EndStep end => End(end),
            DoStep task => Give(task),
            var other => throw new InvalidOperationException($"{Key} {stepId} has a verb the engine does not know: {other.Verb}."),
        };
    }

    private Step Current() =>
        Pinned(Top).Find(Top.StepId) ?? throw new InvalidOperationException($"{Key} has no step {Top.StepId}.");

    private Protocol Pinned(RunFrame frame)
    {
        var protocol = library.Get(frame.Key) ?? throw new InvalidOperationException($"{frame.Key} is in no library.");
        return protocol.Hash == frame.Hash
            ? protocol
            : throw new InvalidOperationException($"{frame.Key} in the library is not the content that run {_run.RunId} is pinned to.");
    }

    /// <summary>Where a step leads with the answers as they are; null at an end.</summary>
    private string? Leave(Step step)
    {
        var answers = Answered;
        for (var i = 0; i < step.Next.Count; i++)
            if (step.Next[i].When?.Holds(answers) ?? true)
            {
                TakeWay(step, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return step.Next[i].Go;
            }
        throw new InvalidOperationException($"{Key} {step.Id} has no arm that holds.");
    }

    private void TakeWay(Step step, string way) =>
        _run = _run with { Ways = [.. _run.Ways, new(Key, step.Id, way)], Token = null };

    /// <summary>Waits here under a new token.</summary>
    private string Await()
    {
        var number = _run.Tokens + 1;
        _run = _run with { Tokens = number, Token = $"t{number}" };
        return _run.Token;
    }

    private bool IsOpen(string token) => _run.Token is not null && _run.Token == token;
}
