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
}
