using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Wire;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Some members of a conversation or team.</summary>
public class TeamsPagedMembersResult
{
    public TeamsPagedMembersResult()
    {
    }

    public TeamsPagedMembersResult(string continuationToken = null, IList<ChannelAccount> members = null)
    {
        ContinuationToken = continuationToken;
        Members = members?.Select(TeamsAccount.From).ToList();
    }

    /// <summary>Fetches the next page; null after the last.</summary>
    public string ContinuationToken { get; set; }

    public IList<TeamsChannelAccount> Members { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
