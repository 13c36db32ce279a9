namespace AdaptiveCards;

/// <summary>Unfolds a card inside the card. The inner card needs no version.</summary>
public class AdaptiveShowCardAction : AdaptiveAction
{
    public const string TypeName = "Action.ShowCard";

    public override string Type { get; set; } = TypeName;

    public AdaptiveCard Card { get; set; }
}
