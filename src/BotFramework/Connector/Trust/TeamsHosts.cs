namespace SupportBot.Connector;

/// <summary>Hosts under which Teams takes the messages of bots.</summary>
public static class TeamsHosts
{
    public const string Public = "smba.trafficmanager.net";

    /// <summary>US Government Community Cloud, whose bots are registered in the public cloud.</summary>
    public const string Gcc = "smba.infra.gcc.teams.microsoft.com";

    public const string GccHigh = "smba.infra.gov.teams.microsoft.us";

    public const string DoD = "smba.infra.dod.teams.microsoft.us";
}
