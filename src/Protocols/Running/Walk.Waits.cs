namespace SupportBot.Protocols;

/// <summary>wait, and silence at any step that waits.</summary>
internal sealed partial class Walk
{
    private string? FallAsleep(WaitStep step)
    {
        Top = Top with { IsReturning = false };
        _effects.Add(new Sleep(Key, step.Id, Await(), step.For));
        return null;
    }

    private InputRefusal? WakeUp(WokeUp input)
    {
        if (!IsOpen(input.Token))
            return new InputRefusal.QuestionClosed();
        if (Current() is not WaitStep step)
            return new InputRefusal.NotAwaited();
        Go(Leave(step));
        return null;
    }

    private InputRefusal? FallSilent(Silence input)
    {
        if (!IsOpen(input.Token))
            return new InputRefusal.QuestionClosed();
        var step = Current();
        if (step.Silence is not { } timeout)
            return new InputRefusal.NotAwaited();
        var times = Top.Timeouts.GetValueOrDefault(step.Id) + 1;
        Top = Top with { Timeouts = new Dictionary<string, int>(Top.Timeouts) { [step.Id] = times } };
        var tooOften = times > timeout.AtMost;
        TakeWay(step, tooOften ? "then" : "silence");
        Go(tooOften ? timeout.Then! : timeout.Go);
        return null;
    }
}
