using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs;

/// <summary>
/// A page shows what was said where a chat would have it above. It stays with the sealed conversation while its run is open, no longer, and is the program's own
/// words only: what a person answered is in the run.
/// </summary>
internal static class SaidOnPage
{
    private const int Most = 60;

    public static void Remember(TurnWork work, IReadOnlyList<Activity> replies)
    {
        if (!work.Traits.IsPage) return;
        var turn = (work.Conversation?.Revision ?? 0) + 1;
        var before = work.Talk.Stack.Count == 0 ? [] : work.Talk.Lines;
        work.Talk.Lines = [.. before.Concat(replies.Where(r => !string.IsNullOrWhiteSpace(r.Text)).Select(r => new SaidLine(r.Text, turn))).TakeLast(Most)];
        if (work.IsFromPerson && work.Activity.Id is { Length: > 0 } id) work.Talk.Use(id);
    }
}
