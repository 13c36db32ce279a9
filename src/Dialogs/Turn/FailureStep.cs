using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// Step 9 of a turn: state is as it was. The person reads plainly that nothing was saved, with numbers to call, from memory alone;
/// the duty counselor is told by the plainest route that works; the log has ids and no words.
/// </summary>
internal sealed class FailureStep(DialogContent content, TimeProvider time, IAlarm alarm, ILogger log)
{
    /// <summary>The store is down: known, and said as it is.</summary>
    public TurnAnswer NotSaved(IncomingTurn turn, Exception error)
    {
        log.StoreUnavailable(turn.Traits.Name, error.GetType().Name);
        alarm.TurnFailed(turn.Traits.Name, "store");
        return Apologise(turn, "trouble.not-saved");
    }

    /// <summary>A bug. The exception's text is not logged: it may hold words. Its type and place are.</summary>
    public TurnAnswer Broken(IncomingTurn turn, Exception error)
    {
        var reference = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        log.TurnFailed(turn.Traits.Name, reference, error.GetType().Name, Place(error));
        alarm.TurnFailed(turn.Traits.Name, reference);
        return Apologise(turn, "trouble.sorry");
    }

    // What the conversation knows of its language cannot be read now; what the app or the words say can.
    private TurnAnswer Apologise(IncomingTurn turn, string key)
    {
        Phrasebook.Speak(content.Phrasebook.Known(SpokenLanguage.Of(turn.Activity.Text ?? "")) ?? content.Phrasebook.Known(turn.Activity.Locale));
        var numbers = HelpNumbers.Crisis(content, null, time.GetUtcNow());
        return new TurnAnswer(TurnKind.NotSaved, [Says.Message(content.Phrases.Say(key, ("numbers", numbers)))], -1);
    }

    // Names of our types and methods only: no file path, no argument, no message.
    private static string Place(Exception error) =>
        string.Join(" < ", new System.Diagnostics.StackTrace(error).GetFrames()
            .Select(f => f.GetMethod()?.DeclaringType?.FullName).Where(n => n?.StartsWith("SupportBot.", StringComparison.Ordinal) == true).Distinct().Take(4));
}
