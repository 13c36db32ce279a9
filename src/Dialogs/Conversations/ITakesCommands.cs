using Microsoft.Bot.Builder.Dialogs;

namespace SupportBot.Dialogs;

/// <summary>A dialog that a person may steer at any time. The interrupt step calls the one on top of the stack.</summary>
internal interface ITakesCommands
{
    /// <summary>Asks the open question again, after something else was answered.</summary>
    Task RepeatAsync(DialogContext dc, CancellationToken cancel);

    /// <summary>Ends the dialog as the person wishes. False where it goes on all the same (and has said why).</summary>
    Task<bool> StopAsync(DialogContext dc, CancellationToken cancel);

    /// <summary>One question back. False where there is nothing to go back to.</summary>
    Task<bool> BackAsync(DialogContext dc, CancellationToken cancel);

    /// <summary>Opens an earlier answer again.</summary>
    /// <param name="subject">What the person called it, or null to be asked. False where it names no question: then the text was an answer.</param>
    Task<bool> ChangeAsync(DialogContext dc, string? subject, CancellationToken cancel);
}
