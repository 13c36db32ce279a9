using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ListStyle>))]
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>As the channel shows them best.</summary>
    Auto = 1,

    /// <summary>In the sentence.</summary>
    Inline = 2,

    /// <summary>As a list in the text.</summary>
    List = 3,

    /// <summary>As suggested actions.</summary>
    SuggestedAction = 4,

    /// <summary>As buttons of a hero card.</summary>
    HeroCard = 5,
}
