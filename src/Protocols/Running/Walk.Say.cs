namespace SupportBot.Protocols;

internal sealed partial class Walk
{
    private string? Speak(SayStep step)
    {
        // Help is repeated even on the way back to a review: it is never the thing to leave out.
        if (!Top.IsReturning || step.Resource is not null || _run.Walked.Count(w => w.Protocol == Key && w.StepId == step.Id) == 1)
            _effects.Add(new Say(Key, step.Id, step.Text, step.Resource));
        return Leave(step);
    }
}
