namespace SupportBot.Protocols;

internal sealed partial class StepDifferences
{
    /// <summary>What a step is there for, as the end of a sentence.</summary>
    private string Does(Step step) => step switch
    {
        SayStep { Resource: not null } => "say something, with help numbers",
        SayStep => "say something",
        AskStep ask => $"ask a question with the answers {ComparedWords.List(ask.Choices.Select(c => ComparedWords.Quoted(c.Label)))}",
        FormStep form => $"ask {ComparedWords.List(form.Asked.Select(f => ComparedWords.Quoted(f.Label)))}",
        AlertStep alert => $"alert {words.Role(alert.Role)} ({alert.Severity.ToString().ToLowerInvariant()}, {ComparedWords.Of(alert.Acknowledge)} to answer{string.Concat(alert.Escalate.Select(r => $"; then {words.Role(r.To)}"))})",
        HandoffStep handoff => $"ask {words.Role(handoff.Role)} into the chat",
        DoStep task => $"have {words.Role(task.Role)} do something within {ComparedWords.Of(task.Due)}",
        WaitStep wait => $"wait {ComparedWords.Of(wait.For)}",
        CallStep call => $"run the protocol {call.Protocol}",
        EndStep end => $"end ({end.Outcome})",
        _ => step.Verb,
    };

    private static string? TextOf(Step step) => step switch
    {
        SayStep say => say.Text,
        QuestionStep { Text.Length: > 0 } question => question.Text,
        HandoffStep handoff => handoff.Text,
        DoStep task => task.Text,
        _ => null,
    };

    private void CompareVerb(Step was, Step now)
    {
        var step = $"step {now.Id}";
        switch (was, now)
        {
            case (SayStep a, SayStep b):
                _notes.Reworded(a.Text, b.Text, $"What {step} says");
                _notes.Changed(a.Resource, b.Resource, Shown, $"The help that {step} shows");
                break;
            case (AskStep a, AskStep b):
                CompareAsk(a, b, step);
                break;
            case (FormStep a, FormStep b):
                _notes.Changed(a.Form, b.Form, id => id, $"The form of {step}");
                _notes.Reworded(a.Text, b.Text, $"The introduction of {step}");
                FieldDifferences.Compare(a.Asked, b.Asked, before, after, step, _notes);
                break;
            case (AlertStep a, AlertStep b):
                CompareAlert(a, b, step);
                break;
            case (HandoffStep a, HandoffStep b):
                _notes.Changed(a.Role, b.Role, words.Role, $"Who is asked into the chat in {step}");
                _notes.Reworded(a.Text, b.Text, $"What is said while waiting in {step}");
                break;
            case (DoStep a, DoStep b):
                CompareDo(a, b, step);
                break;
            case (WaitStep a, WaitStep b):
                _notes.Changed(a.For, b.For, ComparedWords.Of, $"How long {step} waits");
                break;
            case (CallStep a, CallStep b):
                _notes.Changed(a.Protocol, b.Protocol, id => id, $"The protocol that {step} runs");
                break;
            case (EndStep a, EndStep b):
                _notes.Changed(a.Outcome, b.Outcome, ComparedWords.Quoted, $"How it ends in {step}");
                break;
        }
    }

    private void CompareAsk(AskStep was, AskStep now, string step)
    {
        _notes.Reworded(was.Text, now.Text, $"The question of {step}");
        _notes.Reworded(was.Help, now.Help, $"The help beside the question of {step}");
        _notes.Changed(was.Answer, now.Answer, id => id, $"The name that the answer of {step} is kept under");
        FieldDifferences.CompareChoices(was.Choices, now.Choices, step, _notes);
        _notes.Changed(was.Several, now.Several, several => several ? "yes" : "no", $"Whether {step} takes several answers at once");
        _notes.Changed(was.Review, now.Review, review => review ? "yes" : "no", $"Whether {step} shows all answers so far, to be changed");
    }

    private void CompareAlert(AlertStep was, AlertStep now, string step)
    {
        _notes.Changed(was.Role, now.Role, words.Role, $"Who is alerted first in {step}");
        _notes.Changed(was.Severity, now.Severity, s => s.ToString().ToLowerInvariant(), $"The severity of the alert in {step}");
        _notes.Changed(was.Acknowledge, now.Acknowledge, ComparedWords.Of, $"The time to answer the alert in {step}");
        if (!was.Escalate.SequenceEqual(now.Escalate))
            _notes.Add($"Who is told when nobody answers the alert in {step} is now: {Ladder(now)}; before: {Ladder(was)}.");
        _notes.Changed(was.Release, now.Release, r => r == Release.AtOnce ? "at once" : "after a random few minutes", $"When the alert of {step} leaves");
        _notes.Changed(was.Card, now.Card, id => id, $"The card of the alert in {step}");
    }

    private void CompareDo(DoStep was, DoStep now, string step)
    {
        _notes.Reworded(was.Text, now.Text, $"What is to be done in {step}");
        _notes.Changed(was.Role, now.Role, words.Role, $"Who does what {step} asks for");
        _notes.Changed(was.Due, now.Due, ComparedWords.Of, $"The time for {step}");
        _notes.Changed(was.TwoPerson, now.TwoPerson, two => two ? "two people" : "one person", $"How many must say that {step} is done");
        _notes.Changed(was.Slot, now.Slot, id => id ?? "none", $"The licensed wording beside {step}");
        _notes.Changed(was.Answer, now.Answer, id => id, $"The name that the answer of {step} is kept under");
    }

    private string Ladder(AlertStep alert) =>
        alert.Escalate.Count == 0 ? "nobody" : string.Join(", then ", alert.Escalate.Select(r => $"{words.Role(r.To)}{(r.Acknowledge is { } time ? $" ({ComparedWords.Of(time)} to answer)" : "")}"));

    private static string Shown(ResourceReference? resource) => resource switch { null => "none", { Id: { } id } => id, _ => $"help about {resource.Topic}" };
}
