namespace SupportBot.Connector;

/// <summary>How the bot is registered with Azure Bot Service.</summary>
public enum AppRegistration
{
    /// <summary>For people of one tenant, with a credential of its own.</summary>
    SingleTenant,

    /// <summary>For people of one tenant, with a managed identity and no credential to keep.</summary>
    UserAssignedMSI,

    /// <summary>For people of any tenant. Azure makes no new ones; those that there are still work.</summary>
    MultiTenant,
}
