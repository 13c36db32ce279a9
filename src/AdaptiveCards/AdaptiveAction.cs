using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Something a person can do on a card.</summary>
[JsonConverter(typeof(ActionConverter))]
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    public string Title { get; set; }

    public string IconUrl { get; set; }

    /// <summary><c>default</c>, <c>positive</c> or <c>destructive</c>; null is default.</summary>
    public string Style { get; set; }

    public string Tooltip { get; set; }

    [DefaultValue(true)]
    public bool IsEnabled { get; set; } = true;

    public AdaptiveActionMode Mode { get; set; }
}
