namespace SupportBot.Protocols;

/// <summary>ask and form: putting fields, taking answers, some or all at once.</summary>
internal sealed partial class Walk
{
    public Question? OpenQuestion() => _run.Token is null ? null : Current() switch
    {
        QuestionStep step => QuestionOf(step),
        DoStep step => QuestionOf(step),
        _ => null,
    };

    private string? PutAfresh(QuestionStep step)
    {
        // Asked a second time in one walk, it wants a second answer.
        if (Top.Given.Any(g => g.StepId == step.Id))
            Top = Top with { Given = [.. Top.Given.Where(g => g.StepId != step.Id)] };
        return Put(step);
    }

    private string? Put(QuestionStep step)
    {
        FillFromMemory(step);
        if (OpenFields(step).Count == 0)
            return Leave(step);
        Await();
        Top = Top with { IsReturning = false };
        PutOpen(step);
        return null;
    }

    private void PutOpen(QuestionStep step)
    {
        _effects.Add(new Ask(Key, QuestionOf(step)));
        _effects.Add(new StartTimer(Key, step.Id, _run.Token!, step.Timeout.After));
    }

    private Question QuestionOf(QuestionStep step)
    {
        var open = OpenFields(step);
        var review = step is AskStep { Review: true };
        return new Question
        {
            Protocol = Key,
            StepId = step.Id,
            Token = _run.Token!,
            Verb = step.Verb,
            Text = step.Text,
            Fields = open,
            IsContinued = Top.Given.Any(g => g.StepId == step.Id),
            IsReview = review,
            SoFar = review ? Changeable() : [],
            Earlier = Top.Earlier.Where(e => open.Any(f => f.Name == e.Key)).ToDictionary(),
            CanGoBack = CanGoBack(),
        };
    }

    private List<ReviewedAnswer> Changeable()
    {
        var fields = Pinned(Top).Steps.OfType<QuestionStep>().SelectMany(s => s.Fields).ToDictionary(f => f.Name);
        return [.. Top.Given.Where(g => !g.IsSent && fields.ContainsKey(g.Name)).Select(g => new ReviewedAnswer(g.StepId, fields[g.Name], g.Value))];
    }

    private InputRefusal? Answer(GiveAnswer input)
    {
        if (!IsOpen(input.Token))
            return new InputRefusal.QuestionClosed();
        if (Current() is not QuestionStep step)
            return new InputRefusal.NotAwaited();
        if (input.Values.Keys.FirstOrDefault(name => step.Fields.All(f => f.Name != name)) is { } unknown)
            return new InputRefusal.NotUnderstood(unknown, AnswerFault.NotAsked);
        if (input.Values.Count == 0)
            return new InputRefusal.NotUnderstood(OpenFields(step)[0].Name, AnswerFault.Required);
        if (Record(step, input) is { } refusal)
            return refusal;
        FillFromMemory(step);
        if (OpenFields(step).Count > 0)
            PutOpen(step);
        else
            Go(Leave(step));
        return null;
    }

    private InputRefusal? Record(QuestionStep step, GiveAnswer input)
    {
        foreach (var field in step.Fields.Where(f => input.Values.ContainsKey(f.Name)))
        {
            var answers = Answered;
            if (answers.ContainsKey(field.Name))
                return new InputRefusal.QuestionClosed();
            var value = Answers.Tidied(field, input.Values[field.Name]);
            if (Answers.Wrong(field, value, input.Today ?? _run.Today) is { } reason)
                return new InputRefusal.NotUnderstood(field.Name, reason);
            if (field.When?.Holds(answers) ?? true) // a card shows every field; one that does not apply is left out
                Add(new(field.Name, step.Id, value, _run.Inputs));
        }
        return null;
    }

    private void Add(GivenAnswer given) => Top = Top with
    {
        Given = [.. Top.Given, given],
        Remembered = [.. Top.Remembered.Where(r => r.Name != given.Name)],
        Earlier = Top.Earlier.Where(e => e.Key != given.Name).ToDictionary(),
    };

    /// <summary>Answers from memory, in the order of the fields, up to the first that must be asked.</summary>
    private void FillFromMemory(QuestionStep step)
    {
        if (step is AskStep { Review: true })
            return;
        foreach (var field in step.Fields)
        {
            var answers = Answered;
            if (answers.ContainsKey(field.Name) || field.When?.Holds(answers) == false)
                continue;
            if (Memory(field) is not { } remembered)
                return;
            Add(remembered with { StepId = step.Id });
        }
    }

    private GivenAnswer? Memory(Field field) =>
        Top.Remembered.FirstOrDefault(r => r.Name == field.Name) is { } remembered && Answers.Wrong(field, remembered.Value, DateOnly.MaxValue) is null ? remembered : null;

    private List<Field> OpenFields(QuestionStep step)
    {
        var answers = Answered;
        var review = step is AskStep { Review: true };
        return [.. step.Fields.Where(f => !answers.ContainsKey(f.Name) && (f.When?.Holds(answers) ?? true) && (review || Memory(f) is null))];
    }
}
