namespace AdaptiveCards;

/// <summary>Every element and action of a card, from top to bottom.</summary>
internal static class CardWalk
{
    public static IEnumerable<AdaptiveTypedElement> Over(AdaptiveTypedElement part)
    {
        if (part is null)
            yield break;
        yield return part;
        foreach (var below in Inside(part).SelectMany(Over))
            yield return below;
    }

    private static IEnumerable<AdaptiveTypedElement> Inside(AdaptiveTypedElement part) => part switch
    {
        AdaptiveCard card => [.. card.Body ?? [], .. card.Actions ?? [], card.SelectAction],
        AdaptiveContainer container => [.. container.Items ?? [], container.SelectAction],
        AdaptiveColumnSet set => [.. set.Columns ?? [], set.SelectAction],
        AdaptiveTable table => table.Rows ?? [],
        AdaptiveTableRow row => row.Cells ?? [],
        AdaptiveTableCell cell => [.. cell.Items ?? [], cell.SelectAction],
        AdaptiveImageSet images => images.Images ?? [],
        AdaptiveImage image => [image.SelectAction],
        AdaptiveActionSet actions => actions.Actions ?? [],
        AdaptiveTextInput text => [text.InlineAction],
        AdaptiveRichTextBlock rich => (rich.Inlines ?? []).OfType<AdaptiveTextRun>().Select(run => run.SelectAction),
        AdaptiveShowCardAction show => [show.Card],
        _ => [],
    };
}
