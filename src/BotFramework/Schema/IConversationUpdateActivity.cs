namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>conversationUpdate</c>.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount> MembersAdded { get; set; }

    IList<ChannelAccount> MembersRemoved { get; set; }

    string TopicName { get; set; }

    bool? HistoryDisclosed { get; set; }
}
