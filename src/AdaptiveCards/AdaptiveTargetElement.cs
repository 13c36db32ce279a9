using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>An element that an <see cref="AdaptiveToggleVisibilityAction"/> shows or hides. A bare JSON string is its id.</summary>
[JsonConverter(typeof(TargetElementConverter))]
public class AdaptiveTargetElement
{
    public AdaptiveTargetElement()
    {
    }

    public AdaptiveTargetElement(string elementId) => ElementId = elementId;

    public AdaptiveTargetElement(string elementId, bool isVisible) => (ElementId, IsVisible) = (elementId, isVisible);

    public string ElementId { get; set; }

    /// <summary>True shows, false hides, null turns over.</summary>
    public bool? IsVisible { get; set; }
}
