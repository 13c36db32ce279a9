using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Tells a chat that still waits for a person that somebody has acknowledged its case.</summary>
public sealed class JoinedChats(Deadlines deadlines, ProgramTurns turns)
{
    /// <returns>False where a chat could not be told, because nothing could be saved: try again.</returns>
    public async Task<bool> TellAsync(Case @case, CancellationToken cancel)
    {
        if (@case.Alerts.LastOrDefault(a => a.Acknowledged is not null)?.Acknowledged is not { } taken || @case.OpenAlert is not null) return true;
        var told = true;
        foreach (var (conversation, timer) in await deadlines.WaitingForAsync(@case.Id, cancel))
            told &= await turns.RunAsync(conversation, new ProgramTurn(timer.RunId, timer.Token, taken.PersonId), cancel) != TurnKind.NotSaved;
        return told;
    }
}
