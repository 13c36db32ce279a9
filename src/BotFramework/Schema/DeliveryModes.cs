namespace Microsoft.Bot.Schema;

/// <summary>Allowed values of <see cref="Activity.DeliveryMode"/>. With <c>expectReplies</c> the replies are the body of the HTTP answer.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";
    public const string ExpectReplies = "expectReplies";
    public const string Ephemeral = "ephemeral";
}
