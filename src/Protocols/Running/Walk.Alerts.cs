namespace SupportBot.Protocols;

/// <summary>alert and handoff: what is sent cannot be taken back.</summary>
internal sealed partial class Walk
{
    private string? Raise(AlertStep step)
    {
        _effects.Add(new RaiseCase(Key, step.Id, step.Role, step.Severity, step.Card, step.Acknowledge, step.Escalate, step.Release));
        Seal();
        return Leave(step);
    }

    private string? Invite(HandoffStep step)
    {
        Seal();
        var token = Await();
        _effects.Add(new Invite(Key, step.Id, token, step.Role, step.Text));
        _effects.Add(new StartTimer(Key, step.Id, token, step.Timeout.After));
        return null;
    }

    private InputRefusal? Join(Joined input)
    {
        if (!IsOpen(input.Token))
            return new InputRefusal.QuestionClosed();
        if (Current() is not HandoffStep step)
            return new InputRefusal.NotAwaited();
        Go(Leave(step));
        return null;
    }

    /// <summary>No answer given so far, here or in a calling protocol, can be opened again.</summary>
    private void Seal() => _run = _run with
    {
        Frames =
        [
            .. _run.Frames.Select(f => f with
            {
                Given = [.. f.Given.Select(g => g with { IsSent = true })],
                IsSent = true,
                IsReturning = false,
            }),
        ],
    };
}
