namespace Microsoft.Bot.Schema;

/// <summary>A reaction; <see cref="MessageReactionTypes"/> lists the common ones.</summary>
public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string type = null)
    {
        Type = type;
    }

    public string Type { get; set; }
}
