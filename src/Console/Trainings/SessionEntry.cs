using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What the journal keeps of a verb that somebody does with a session.</summary>
internal static class SessionEntry
{
    /// <param name="about">Id of the person it is about; empty where it is about the session as a whole.</param>
    public static AuditEntry Of(Person by, string action, Guid sessionId, DateTimeOffset now, string about = "") =>
        new(Guid.Empty, Actor.Staff(by.Id), action, about.Length == 0 ? sessionId.ToString("D") : $"{sessionId:D}:{about}", now);
}
