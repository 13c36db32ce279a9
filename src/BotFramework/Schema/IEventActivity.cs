namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>event</c>.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
