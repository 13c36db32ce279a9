using System.ComponentModel;

namespace AdaptiveCards;

/// <summary>A table.</summary>
public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "Table";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    public List<AdaptiveTableRow> Rows { get; set; } = [];

    public AdaptiveContainerStyle? GridStyle { get; set; }

    [DefaultValue(true)]
    public bool ShowGridLines { get; set; } = true;

    /// <summary>
    /// Written as <c>firstRowAsHeaders</c>, which is what renderers read; the published 1.5 schema spells it without the last s.
    /// </summary>
    [DefaultValue(true)]
    public bool FirstRowAsHeaders { get; set; } = true;

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    public override void Add(AdaptiveElement element) =>
        Rows.Add(element as AdaptiveTableRow ?? throw new ArgumentException("A table holds rows only.", nameof(element)));
}
