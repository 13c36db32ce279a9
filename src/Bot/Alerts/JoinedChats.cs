using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Tells a chat that still waits for a person that somebody has acknowledged its case.</summary>
public sealed class JoinedChats(Deadlines deadlines, ProgramTurns turns)
{
    public async Task TellAsync(Case @case, CancellationToken cancel)
    {
        if (@case.Alerts.LastOrDefault(a => a.Acknowledged is not null)?.Acknowledged is not { } taken || @case.OpenAlert is not null) return;
        foreach (var (conversation, timer) in await deadlines.WaitingForAsync(@case.Id, cancel))
            await turns.RunAsync(conversation, new ProgramTurn(timer.RunId, timer.Token, taken.PersonId), cancel);
    }
}
