namespace SupportBot.Graph;

/// <summary>What Graph is used for. Each has a circuit of its own: where mail is down, presence goes on.</summary>
public enum GraphChannel
{
    Mail,
    Feed,
    People,
    Presence,
    Install,
    Calendar,

    /// <summary>Attendance reports of online meetings.</summary>
    Meetings,

    /// <summary>The subscription by which Graph tells of changes in the calendar.</summary>
    Subscription,
}
