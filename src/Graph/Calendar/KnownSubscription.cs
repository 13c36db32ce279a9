namespace SupportBot.Graph;

/// <summary>A subscription as Graph keeps it.</summary>
/// <param name="Until">UTC. Graph may give less time than it was asked for.</param>
public sealed record KnownSubscription(string Id, DateTimeOffset Until);
