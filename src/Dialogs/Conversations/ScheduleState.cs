using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;

namespace SupportBot.Dialogs;

/// <summary>What a dialog that plans a workshop keeps on the stack: the plan, what was said last, and what may be answered to it.</summary>
internal sealed class ScheduleState(DialogInstance instance)
{
    private const string PlanKey = "plan", TextKey = "text", OptionsKey = "options", AsksKey = "asks", TokenKey = "token";

    /// <summary>Null where only something is picked: a session that is there.</summary>
    public SchedulePlan? Plan => Read(PlanKey) is { Length: > 0 } kept ? JsonSerializer.Deserialize<SchedulePlan>(kept) : null;

    public string Text => Read(TextKey);

    public IReadOnlyList<TrainingOption> Options => Read(OptionsKey) is { Length: > 0 } kept ? JsonSerializer.Deserialize<List<TrainingOption>>(kept) ?? [] : [];

    /// <summary>What is asked, one of the constants of <see cref="ScheduleReader"/>; null where something is picked.</summary>
    public string? Asks => Read(AsksKey) is { Length: > 0 } kept ? kept : null;

    /// <summary>Of the buttons that count now.</summary>
    public string Token => Read(TokenKey);

    public void Keep(SchedulePage page, string token)
    {
        instance.State[PlanKey] = page.Plan is null ? "" : JsonSerializer.Serialize(page.Plan);
        (instance.State[TextKey], instance.State[OptionsKey]) = (page.Text, JsonSerializer.Serialize(page.Options));
        (instance.State[AsksKey], instance.State[TokenKey]) = (page.Asks ?? "", token);
    }

    private string Read(string key) => instance.State.TryGetValue(key, out var kept) ? (string)kept : "";
}
