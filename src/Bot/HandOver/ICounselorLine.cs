using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>
/// The way from a live hand-over to the counselor's own chat, such as Teams. Without one the console's page is the only place, and nothing
/// is lost: every line rests with the case.
/// </summary>
public interface ICounselorLine
{
    /// <summary>
    /// Tells the person who joined. Called in order for each hand-over, at least once for each piece of news: after a crash the same one may
    /// come again, so <paramref name="newsId"/> is the same then. Throws where it should be tried again.
    /// </summary>
    /// <param name="newsId">Of this piece of news, for recognising a repeat.</param>
    /// <param name="words">What the student wrote; null where the kind says all. To be shown as plain text only.</param>
    /// <returns>False where this person cannot be reached this way now; never for a message that was not taken while its person is there.</returns>
    Task<bool> TellAsync(string personId, string caseNumber, long newsId, HandOverNewsKind kind, PersonText? words, CancellationToken cancel);
}
