namespace AdaptiveCards;

/// <summary>A row of an <see cref="AdaptiveTable"/>.</summary>
public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "TableRow";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableCell> Cells { get; set; } = [];

    public bool? Rtl { get; set; }

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();

    public override void Add(AdaptiveElement value) =>
        Cells.Add(value as AdaptiveTableCell ?? throw new ArgumentException("A table row holds cells only.", nameof(value)));
}
