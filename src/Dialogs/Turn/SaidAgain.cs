using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs;

/// <summary>
/// Teams sends a message that got no answer in time once more after half a minute, with another id. It is known by its text: nobody types the same
/// long sentence twice in a row within a minute and a half, while a short answer may well be the same twice.
/// </summary>
internal sealed class SaidAgain(DialogContent content)
{
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(90);
    private const int LongEnough = 20;

    /// <summary>True for the last turn's own message once more. Words of danger are never taken for a repeat: who says them twice is answered twice.</summary>
    public bool Is(TurnWork work) =>
        Mark(work) is { } mark && work.Talk.Said is { } said && said.Mark == mark && work.Now - said.At <= Within && content.Signals.FindAll(work.Activity.Text).Count == 0;

    /// <summary>Remembers what this turn was; anything that comes between ends the memory.</summary>
    public static void Remember(TurnWork work) => work.Talk.Said = Mark(work) is { } mark ? new SaidOnce(mark, work.Now) : null;

    /// <summary>True for a text that nobody types twice in a row.</summary>
    public static bool IsLong(string text) => text.Length >= LongEnough;

    public static string MarkOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Mark(TurnWork work) =>
        !work.Traits.KeepsTranscript && work.IsFromPerson && work.Turn.Nonce is null && work.Activity is { Type: ActivityTypes.Message, Value: null, Text: { } text } && IsLong(text)
            ? MarkOf(text) : null;
}
