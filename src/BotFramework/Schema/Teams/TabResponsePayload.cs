using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What a tab shows. <c>type</c> is continue, auth or silentAuth.</summary>
public class TabResponsePayload
{
    public TabResponsePayload()
    {
    }

    public string Type { get; set; }

    public TabResponseCards Value { get; set; }

    public TabSuggestedActions SuggestedActions { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
