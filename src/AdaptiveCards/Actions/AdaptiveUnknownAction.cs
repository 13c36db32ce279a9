namespace AdaptiveCards;

/// <summary>An action of a type that this library does not know. All of it is kept and written back.</summary>
public class AdaptiveUnknownAction : AdaptiveAction
{
    public override string Type { get; set; }
}
