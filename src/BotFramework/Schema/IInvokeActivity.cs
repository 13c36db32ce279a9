namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>invoke</c>.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
