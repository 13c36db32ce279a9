namespace SupportBot.Protocols;

/// <summary>call and end, and the fallback.</summary>
internal sealed partial class Walk
{
    private string? Call(CallStep step)
    {
        if (library.Newest(step.Protocol) is not { } called)
            return Pinned(Top).Fallback; // nothing to call: a person takes over
        Enter(called);
        return called.First.Id;
    }

    private string? End(EndStep step)
    {
        if (_run.Frames.Count > 1)
            return Return();
        if (Pinned(Top).IsSurvey)
            Count(step);
        _run = _run with { Outcome = step.Outcome };
        _effects.Add(new Finish(Key, step.Id, step.Outcome));
        return null;
    }

    private void Count(EndStep step)
    {
        var marks = Top.Given.SelectMany(g => g.Value switch
        {
            ChoiceAnswer one => [(g.Name, one.Id)],
            ChoicesAnswer several => several.Ids.Select(id => (g.Name, id)),
            _ => Enumerable.Empty<(string, string)>(),
        }).ToList();
        if (marks.Count > 0)
            _effects.Add(new Tally(Key, step.Id, Top.Given.Select(g => g.Value).OfType<SchoolAnswer>().LastOrDefault()?.Id ?? "", marks));
    }

    private string? Return()
    {
        var answers = Answered;
        _run = _run with { Frames = [.. _run.Frames.SkipLast(1)] };
        var call = Current();
        var returned = new Dictionary<string, AnswerValue>(_run.Returned);
        foreach (var (name, value) in answers)
            returned[$"{call.Id}.{name}"] = value;
        _run = _run with { Returned = returned };
        return Leave(call);
    }

    private InputRefusal? FallBack(Recall input)
    {
        if (_run.IsRecalled)
            return new InputRefusal.AlreadyRecalled();
        var at = input.Version is { } version ? _run.Frames.ToList().FindIndex(f => f.Key == version) : 0;
        if (at < 0)
            return new InputRefusal.NotAwaited();
        _run = _run with { IsRecalled = true, Token = null, Frames = [.. _run.Frames.Take(at + 1)] };
        Top = Top with { Remembered = [], IsReturning = false };
        Go(Pinned(Top).Fallback);
        return null;
    }
}
