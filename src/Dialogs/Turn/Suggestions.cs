using Microsoft.Bot.Schema;
using SupportBot.Wire;

namespace SupportBot.Dialogs;

/// <summary>
/// Suggested actions on channels that know forms (Teams): there a suggestion only types its title for the person. What the titles stand for
/// is remembered until the next ones are shown, so that a suggestion means the same as the button it is elsewhere.
/// </summary>
internal static class Suggestions
{
    /// <summary>More are not shown there.</summary>
    private const int Most = 6;

    /// <summary>Takes a typed title for the button it stood on.</summary>
    public static void Understand(TurnWork work)
    {
        if (!work.Traits.Forms || !work.IsFromPerson || work.Activity.Value is not null || work.Activity.Text is not { Length: > 0 } text) return;
        var meant = work.Talk.Offered.FirstOrDefault(o => string.Equals(o.Key, text.Trim(), StringComparison.OrdinalIgnoreCase)).Value;
        if (meant is not null) work.Activity.Value = new Dictionary<string, string>(meant);
    }

    public static void Show(TurnWork work, IReadOnlyList<Activity> replies)
    {
        if (!work.Traits.Forms) return;
        if (work.IsFromPerson) work.Talk.Offered = [];
        foreach (var reply in replies)
        {
            if (reply.SuggestedActions?.Actions is not { Count: > 0 } actions) continue;
            work.Talk.Offered = [];
            foreach (var action in actions)
                work.Talk.Offered[action.Title] = Values(action);
            reply.SuggestedActions.Actions = [.. actions.Take(Most).Select(a => new CardAction { Type = ActionTypes.ImBack, Title = a.Title, Value = a.Title })];
        }
    }

    private static Dictionary<string, string> Values(CardAction action) =>
        JsonValue.Element(action.Value).EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString() ?? "");
}
