namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>endOfConversation</c>.</summary>
public interface IEndOfConversationActivity : IActivity
{
    string Code { get; set; }

    string Text { get; set; }
}
