namespace AdaptiveCards;

/// <summary>An element of a type that this library does not know. All of it is kept and written back.</summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public override string Type { get; set; }
}
