using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>One frozen version of a protocol in another language. A key it lacks is shown in the base language.</summary>
/// <param name="Language">such as <c>es</c></param>
/// <param name="Texts">by the keys of <see cref="TextKeys"/></param>
/// <param name="IsComplete">false: the person is told that parts are in the base language, and an interpreter is noted on the case</param>
public sealed record ProtocolLanguage(
    ProtocolKey Protocol, string Language, DateOnly? ApprovedOn, string ApprovedBy, IReadOnlyDictionary<string, string> Texts, bool IsComplete)
{
    /// <summary>False while no human reviewer has approved it: whoever reads it is told so.</summary>
    public bool IsReviewed => ApprovedOn is not null;

    /// <summary>The protocol's title in this language, or null.</summary>
    public string? Title => Texts.GetValueOrDefault(TextKeys.Title);

    /// <summary>The effect with this language's texts; effects of other protocols are left as they are.</summary>
    public Effect Over(Effect effect) => effect.Protocol != Protocol ? effect : effect switch
    {
        Say say => say with { Text = Text($"{say.StepId}.say", say.Text) },
        Invite invite => invite with { Text = Text($"{invite.StepId}.text", invite.Text) },
        GiveTask task => task with { Text = Text($"{task.StepId}.do", task.Text) },
        Ask ask => ask with { Question = Over(ask.Question) },
        _ => effect,
    };

    /// <inheritdoc cref="Over(Effect)"/>
    public Question Over(Question question) => question.Protocol != Protocol ? question : question with
    {
        Text = Text($"{question.StepId}.{(question.Verb == "form" ? "text" : question.Verb)}", question.Text),
        Fields = [.. question.Fields.Select(f => Over(question.StepId, f))],
        SoFar = [.. question.SoFar.Select(a => a with { Field = Over(a.StepId, a.Field) })],
    };

    /// <summary>A field of a step with this language's label, help and choices.</summary>
    public Field Over(string stepId, Field field)
    {
        var stem = $"{stepId}.fields.{field.Name}";
        return field with
        {
            Label = Text($"{stem}.label", Text($"{stepId}.ask", Text($"{stepId}.do", field.Label))),
            Help = field.Help is null ? null : Text($"{stem}.help", Text($"{stepId}.help", field.Help)),
            Choices = [.. field.Choices.Select(c => c with { Label = Text($"{stem}.choices.{c.Id}", Text($"{stepId}.choices.{c.Id}", c.Label)) })],
        };
    }

    /// <summary>The plan of its cases, as cards show it, with this language's titles. What is filled in at a task stays as it is, but for what the live view shows of it and what a task that falls short must be answered with.</summary>
    public CasePlan Over(CasePlan plan) => plan with
    {
        Title = Text(TextKeys.CaseTitle, plan.Title),
        States = [.. plan.States.Select(s => s with { Title = Text(TextKeys.Of(s), s.Title) })],
        Tasks = [.. plan.Tasks.Select(t => t with { Title = Text(TextKeys.Of(t), t.Title), Form = [.. t.Form.Select(f => Over(plan, t, f))] })],
        Clocks = [.. plan.Clocks.Select(c => c with { Title = Text(TextKeys.Of(c), c.Title) })],
        Watch = [.. plan.Watch.Select(w => w with { Label = Text(TextKeys.Of(w), w.Label) })],
    };

    /// <summary>What the year begins, in this language.</summary>
    public YearlyStart Over(YearlyStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return start with { Text = Text(TextKeys.Of(start), start.Text) };
    }

    private FormField Over(CasePlan plan, TaskPlan task, FormField field)
    {
        var watch = plan.Watch.FirstOrDefault(w => w.Task == task.Id && w.Field == field.Name);
        return field with
        {
            Label = Text(TextKeys.Of(task, field), field.Label),
            Choices = [.. field.Choices.Select(c => c with { Label = Text(watch is null ? TextKeys.Of(task, field, c) : TextKeys.Of(watch, c), c.Label) })],
        };
    }

    private string Text(string key, string otherwise) => Texts.GetValueOrDefault(key, otherwise);
}
