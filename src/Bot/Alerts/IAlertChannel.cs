using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>A way to reach a person: Teams card, activity feed, mail, an SMS hook. The console inbox is not one of them: it is written in the same commit and always works.</summary>
public interface IAlertChannel
{
    /// <summary>For the audit: <c>teams</c>, <c>mail</c> …</summary>
    string Name { get; }

    /// <summary>Tells one person. Case number, kind, severity, school and age at most; never a word of the report.</summary>
    /// <returns>False where this person cannot be reached this way; the ladder goes on either way.</returns>
    Task<bool> SendAsync(Person to, Notice notice, Case @case, CancellationToken cancel);
}
