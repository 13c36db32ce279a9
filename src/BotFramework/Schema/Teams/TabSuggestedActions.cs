using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Buttons of a tab that asks for a sign-in.</summary>
public class TabSuggestedActions
{
    public TabSuggestedActions()
    {
    }

    public IList<CardAction> Actions { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
