using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Whom a bot's message speaks for.</summary>
public class OnBehalfOf
{
    public OnBehalfOf()
    {
    }

    [JsonPropertyName("itemid")]
    public int ItemId { get; set; }

    public string MentionType { get; set; }

    public string Mri { get; set; }

    public string DisplayName { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
