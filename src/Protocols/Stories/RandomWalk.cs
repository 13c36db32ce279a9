using SupportBot.Cases;

namespace SupportBot.Protocols;

internal sealed class RandomWalk(Protocol protocol, ILibrary library, Random chance)
{
    private bool _heard;
    private bool _alerted;

    /// <summary>What went wrong, or null.</summary>
    public string? Walk(int mostInputs, int playful)
    {
        var sprint = ProtocolEngine.Start(protocol, new RunStart("walk", new DateOnly(2026, 10, 1)), library);
        Hear(sprint);
        for (var inputs = 0; inputs < mostInputs; inputs++)
        {
            if (sprint.Run.IsEnded)
                return !_heard ? "ends without a word" : protocol.Severity == Severity.Critical && !_alerted ? "ends without an alert" : null;
            if (!sprint.Run.IsWaiting)
                return $"stands still at {sprint.Run.Top.StepId}";
            var run = ProtocolRunJson.Read(ProtocolRunJson.Write(sprint.Run));
            sprint = ProtocolEngine.Resume(run, Next(run, inputs < playful), library);
            if (sprint.Refused is not null && !ReferenceEquals(sprint.Run, run))
                return $"changes at {run.Top.StepId} although the input was refused";
            Hear(sprint);
        }
        return $"does not come to an end within {mostInputs} answers";
    }

    private void Hear(Sprint sprint)
    {
        _heard |= sprint.Effects.Any(e => e is Say or Ask or Invite);
        _alerted |= sprint.Effects.Any(e => e is RaiseCase);
    }

    private ProtocolInput Next(ProtocolRun run, bool playful)
    {
        var token = run.Token!;
        var roll = playful ? chance.Next(100) : 100;
        if (roll < 6)
            return new StepBack();
        if (roll < 12 && run.Top.Given.Count > 0)
            return new ChangeAnswer(run.Top.Given[chance.Next(run.Top.Given.Count)].Name);
        if (roll < 15)
            return GiveAnswer.To("t0", "stale", new Skipped());
        if (roll < 16)
            return new Recall();
        var step = library.Get(run.Top.Key)!.Find(run.Top.StepId)!;
        if (step.Silence is not null && chance.Next(5) == 0)
            return new Silence(token);
        return step switch
        {
            WaitStep => new WokeUp(token),
            HandoffStep => new Joined(token, "p1"),
            DoStep => new DidIt(token, (TaskResult)chance.Next(3), $"p{chance.Next(3)}", new PersonText("words")),
            _ => Answer(token, ProtocolEngine.Open(run, library)!),
        };
    }

    private GiveAnswer Answer(string token, Question question)
    {
        var fields = question.Fields.Take(1 + chance.Next(question.Fields.Count));
        return new(token, fields.ToDictionary(f => f.Name, Value));
    }

    private AnswerValue Value(Field field)
    {
        if (!field.Required && chance.Next(3) == 0)
            return new Skipped();
        return field.Type switch
        {
            FieldType.Choice => new ChoiceAnswer(field.Choices[chance.Next(field.Choices.Count)].Id),
            FieldType.Choices => new ChoicesAnswer([.. field.Choices.OrderBy(_ => chance.Next()).Take(1 + chance.Next(Math.Min(field.Choices.Count, field.AtMost ?? 99))).Select(c => c.Id)]),
            FieldType.Date => new DateAnswer(new DateOnly(2026, 10, 1).AddDays(-chance.Next(30)), chance.Next(2) == 0 ? null : (PartOfDay)chance.Next(7)),
            FieldType.School => new SchoolAnswer("school"),
            FieldType.People => new PeopleAnswer(new PersonText("words")),
            FieldType.Pictures => new PicturesAnswer(["picture"]),
            FieldType.Number => new NumberAnswer(chance.Next(field.Min ?? 0, (field.Max ?? (field.Min ?? 0) + 100) + 1)),
            _ => new TextAnswer(new PersonText("words")),
        };
    }
}
