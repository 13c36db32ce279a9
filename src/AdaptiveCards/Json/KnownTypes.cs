namespace AdaptiveCards;

/// <summary>The type names of the 1.5 schema that this library has a class for. Media is left as an unknown element: Teams shows none.</summary>
internal static class KnownTypes
{
    public static Type Element(string typeName) => typeName switch
    {
        AdaptiveTextBlock.TypeName => typeof(AdaptiveTextBlock),
        AdaptiveRichTextBlock.TypeName => typeof(AdaptiveRichTextBlock),
        AdaptiveFactSet.TypeName => typeof(AdaptiveFactSet),
        AdaptiveContainer.TypeName => typeof(AdaptiveContainer),
        AdaptiveColumnSet.TypeName => typeof(AdaptiveColumnSet),
        AdaptiveColumn.TypeName => typeof(AdaptiveColumn),
        AdaptiveImage.TypeName => typeof(AdaptiveImage),
        AdaptiveImageSet.TypeName => typeof(AdaptiveImageSet),
        AdaptiveActionSet.TypeName => typeof(AdaptiveActionSet),
        AdaptiveTable.TypeName => typeof(AdaptiveTable),
        AdaptiveTableRow.TypeName => typeof(AdaptiveTableRow),
        AdaptiveTableCell.TypeName => typeof(AdaptiveTableCell),
        AdaptiveTextInput.TypeName => typeof(AdaptiveTextInput),
        AdaptiveNumberInput.TypeName => typeof(AdaptiveNumberInput),
        AdaptiveDateInput.TypeName => typeof(AdaptiveDateInput),
        AdaptiveTimeInput.TypeName => typeof(AdaptiveTimeInput),
        AdaptiveToggleInput.TypeName => typeof(AdaptiveToggleInput),
        AdaptiveChoiceSetInput.TypeName => typeof(AdaptiveChoiceSetInput),
        _ => null,
    };

    public static Type Action(string typeName) => typeName switch
    {
        AdaptiveOpenUrlAction.TypeName => typeof(AdaptiveOpenUrlAction),
        AdaptiveSubmitAction.TypeName => typeof(AdaptiveSubmitAction),
        AdaptiveExecuteAction.TypeName => typeof(AdaptiveExecuteAction),
        AdaptiveShowCardAction.TypeName => typeof(AdaptiveShowCardAction),
        AdaptiveToggleVisibilityAction.TypeName => typeof(AdaptiveToggleVisibilityAction),
        _ => null,
    };
}
