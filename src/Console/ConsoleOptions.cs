namespace SupportBot.Console;

/// <summary>How the console is set up.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Where people reach this server, such as <c>https://support.example.org</c>; null: as the request was addressed.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Sign-in with the district's Microsoft accounts; null: only demo people in Development, nobody elsewhere.</summary>
    public EntraSignIn? Entra { get; init; }

    /// <summary>A session ends after this time without a request of the person's own.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often an open inbox looks for new alerts.</summary>
    public TimeSpan InboxRefresh { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Path under which the host serves <c>adaptivecards.min.js</c>, <c>MicrosoftTeams.min.js</c> and <c>mermaid.min.js</c>.</summary>
    public string LibraryPath { get; init; } = "/lib";
}
