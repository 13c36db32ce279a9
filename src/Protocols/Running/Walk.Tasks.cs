namespace SupportBot.Protocols;

/// <summary>do: one thing a staff member does away from the chat.</summary>
internal sealed partial class Walk
{
    private string? Give(DoStep step)
    {
        Top = Top with { Given = [.. Top.Given.Where(g => g.StepId != step.Id)], ConfirmedBy = null, IsReturning = false };
        GiveAgain(step);
        return null;
    }

    private void GiveAgain(DoStep step)
    {
        var token = Await();
        _effects.Add(new GiveTask(Key, step.Id, token, step.Text, step.Role, step.Due, step.TwoPerson));
        _effects.Add(new Ask(Key, QuestionOf(step)));
        if (step.Timeout is { } timeout)
            _effects.Add(new StartTimer(Key, step.Id, token, timeout.After));
    }

    private Question QuestionOf(DoStep step) => new()
    {
        Protocol = Key,
        StepId = step.Id,
        Token = _run.Token!,
        Verb = step.Verb,
        Text = step.Text,
        Fields = [step.Field],
        IsContinued = Top.ConfirmedBy is not null,
        CanGoBack = CanGoBack(),
    };

    private InputRefusal? Report(DidIt input)
    {
        if (!IsOpen(input.Token))
            return new InputRefusal.QuestionClosed();
        if (Current() is not DoStep step)
            return new InputRefusal.NotAwaited();
        return input.Result switch
        {
            TaskResult.HandedOver => HandOver(step),
            TaskResult.NotPossible => SayWhyNot(step, input),
            _ => step.TwoPerson ? Confirm(step, input) : Close(step, DoStep.Done),
        };
    }

    private InputRefusal? HandOver(DoStep step)
    {
        GiveAgain(step);
        return null;
    }

    private InputRefusal? SayWhyNot(DoStep step, DidIt input)
    {
        if (input.Reason is not { IsBlank: false } reason)
            return new InputRefusal.NotUnderstood(step.Answer, AnswerFault.Required);
        Add(new($"{step.Answer}.reason", step.Id, new TextAnswer(reason), _run.Inputs));
        return Close(step, DoStep.NotPossible);
    }

    private InputRefusal? Confirm(DoStep step, DidIt input)
    {
        if (input.PersonId is null)
            throw new ArgumentException($"{Key} {step.Id} needs two people, so the input must say who it is.", nameof(input));
        if (Top.ConfirmedBy == input.PersonId)
            return new InputRefusal.SamePerson();
        if (Top.ConfirmedBy is not null)
            return Close(step, DoStep.Done);
        Top = Top with { ConfirmedBy = input.PersonId };
        GiveAgain(step);
        return null;
    }

    private InputRefusal? Close(DoStep step, string answer)
    {
        Add(new(step.Answer, step.Id, new ChoiceAnswer(answer), _run.Inputs));
        Go(Leave(step));
        return null;
    }
}
