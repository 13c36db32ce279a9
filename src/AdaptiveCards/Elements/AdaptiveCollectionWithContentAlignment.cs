namespace AdaptiveCards;

/// <summary>A table or a part of one: it also says how the content of its cells is aligned.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveCollectionElement
{
    public AdaptiveVerticalContentAlignment VerticalCellContentAlignment { get; set; }

    public AdaptiveHorizontalContentAlignment HorizontalCellContentAlignment { get; set; }
}
