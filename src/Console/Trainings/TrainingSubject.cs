using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What a notice of trainings is about: sessions, and the one person it is for. Ids only.</summary>
public sealed record TrainingSubject(IReadOnlyList<Guid> SessionIds, string PersonId)
{
    /// <summary>The session of a notice that is about one.</summary>
    public Guid SessionId => SessionIds[0];

    public static string Of(Guid sessionId, string personId) => $"{sessionId:N}:{personId}";

    public static string Of(IEnumerable<Guid> sessionIds, string personId) => $"{string.Join(',', sessionIds.Select(id => id.ToString("N")))}:{personId}";

    /// <summary>Under what a reminder counts as said: one that moves to another time is reminded of anew.</summary>
    public static string Of(Session session, Reminder reminder, string personId)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(reminder);
        return FormattableString.Invariant($"remind:{session.Id:N}:{session.Starts.ToUnixTimeSeconds()}:{reminder.Before.TotalMinutes}:{personId}");
    }

    /// <returns>Null where the text is of no such form.</returns>
    public static TrainingSubject? Read(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Split(':', 2) is not [var sessions, { Length: > 0 } person]) return null;
        var ids = sessions.Split(',').Select(s => Guid.TryParseExact(s, "N", out var id) ? id : (Guid?)null).ToList();
        return ids.Contains(null) ? null : new([.. ids.OfType<Guid>()], person);
    }
}
