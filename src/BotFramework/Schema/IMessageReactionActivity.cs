namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>messageReaction</c>.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction> ReactionsAdded { get; set; }

    IList<MessageReaction> ReactionsRemoved { get; set; }
}
