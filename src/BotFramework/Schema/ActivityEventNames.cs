namespace Microsoft.Bot.Schema;

/// <summary>Names of the event activities that an adapter makes itself.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";
    public const string CreateConversation = "CreateConversation";
}
