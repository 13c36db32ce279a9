namespace Microsoft.Bot.Schema;

/// <summary>Some members of a conversation.</summary>
public class PagedMembersResult
{
    public PagedMembersResult()
    {
    }

    public PagedMembersResult(string continuationToken = null, IList<ChannelAccount> members = null)
    {
        ContinuationToken = continuationToken;
        Members = members;
    }

    /// <summary>Fetches the next page; null after the last.</summary>
    public string ContinuationToken { get; set; }

    public IList<ChannelAccount> Members { get; set; }
}
