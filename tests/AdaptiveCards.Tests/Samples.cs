using System.Text.Json.Nodes;
using AdaptiveCards;

namespace SupportBot.AdaptiveCards.Tests;

/// <summary>A card for every class that can stand in one, each with as many of its members set as the 1.5 schema knows.</summary>
internal static class Samples
{
    private static readonly AdaptiveOpenUrlAction Open = new() { Title = "Open", Url = new Uri("https://example.org/a") };

    public static readonly Dictionary<string, AdaptiveTypedElement> Parts = new()
    {
        ["TextBlock"] = new AdaptiveTextBlock("Hello") { Size = AdaptiveTextSize.ExtraLarge, Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention, IsSubtle = true, HorizontalAlignment = AdaptiveHorizontalAlignment.Center, Wrap = true, MaxLines = 3, FontType = AdaptiveFontType.Monospace, Style = AdaptiveTextBlockStyle.Heading, Id = "t", Spacing = AdaptiveSpacing.ExtraLarge, Separator = true, Height = AdaptiveHeight.Stretch, IsVisible = false, Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.5" }, Fallback = new(AdaptiveFallbackElement.AdaptiveFallbackType.Drop) },
        ["RichTextBlock"] = new AdaptiveRichTextBlock { HorizontalAlignment = AdaptiveHorizontalAlignment.Right, Inlines = { new AdaptiveTextRun("words") { Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Lighter, Color = AdaptiveTextColor.Good, IsSubtle = true, Italic = true, Strikethrough = true, Highlight = true, Underline = true, FontType = AdaptiveFontType.Monospace, SelectAction = Open } } },
        ["FactSet"] = new AdaptiveFactSet { Facts = { new("School", "Birch Middle"), new("Empty", null) } },
        ["Container"] = new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom, Bleed = true, MinHeight = "50px", SelectAction = Open, BackgroundImage = new("https://example.org/b.png", AdaptiveImageFillMode.Repeat, AdaptiveHorizontalAlignment.Center, AdaptiveVerticalAlignment.Bottom), Items = { new AdaptiveTextBlock("inside") }, Fallback = new(new AdaptiveTextBlock("instead")) },
        ["Container, empty"] = new AdaptiveContainer(),
        ["ColumnSet"] = new AdaptiveColumnSet { Style = AdaptiveContainerStyle.Default, HorizontalAlignment = AdaptiveHorizontalAlignment.Right, Columns = { new() { Width = "auto", Items = { new AdaptiveTextBlock("a") } }, new() { Width = "stretch" }, new() { Width = "80px" }, new() { Width = "2", BackgroundImage = new("https://example.org/b.png") } } },
        ["Image"] = new AdaptiveImage("https://example.org/a.png") { AltText = "A tree", BackgroundColor = "#DDDDDD", PixelWidth = 40, PixelHeight = 30, Style = AdaptiveImageStyle.Person, Size = AdaptiveImageSize.Medium, HorizontalAlignment = AdaptiveHorizontalAlignment.Center, SelectAction = Open },
        ["ImageSet"] = new AdaptiveImageSet { ImageSize = AdaptiveImageSize.Large, Images = { new("https://example.org/a.png") } },
        ["ActionSet"] = new AdaptiveActionSet { Actions = { Open } },
        ["Table"] = new AdaptiveTable { GridStyle = AdaptiveContainerStyle.Accent, ShowGridLines = false, VerticalCellContentAlignment = AdaptiveVerticalContentAlignment.Center, HorizontalCellContentAlignment = AdaptiveHorizontalContentAlignment.Right, Columns = { new() { Width = 2, VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom, HorizontalContentAlignment = AdaptiveHorizontalContentAlignment.Center }, new() { PixelWidth = 60 } }, Rows = { new() { Style = AdaptiveContainerStyle.Good, Cells = { new() { Style = AdaptiveContainerStyle.Warning, Items = { new AdaptiveTextBlock("cell") } } } } } },
        ["Input.Text"] = new AdaptiveTextInput { Id = "a", Label = "Name", ErrorMessage = "Please write a name.", IsRequired = true, Placeholder = "name", Value = "v", Style = AdaptiveTextInputStyle.Email, IsMultiline = true, MaxLength = 40, Regex = "^.+$", InlineAction = new AdaptiveSubmitAction { Title = "Send" } },
        ["Input.Number"] = new AdaptiveNumberInput { Id = "a", Placeholder = "n", Value = 0, Min = -1.5, Max = 10 },
        ["Input.Date"] = new AdaptiveDateInput { Id = "a", Placeholder = "d", Value = "2026-11-23", Min = "2026-01-01", Max = "2026-12-31" },
        ["Input.Time"] = new AdaptiveTimeInput { Id = "a", Placeholder = "t", Value = "14:30", Min = "08:00", Max = "16:00" },
        ["Input.Toggle"] = new AdaptiveToggleInput { Id = "a", Title = "Yes", ValueOn = "on", ValueOff = "off", Value = "on", Wrap = true },
        ["Input.ChoiceSet"] = new AdaptiveChoiceSetInput { Id = "a", Value = "1,2", Style = AdaptiveChoiceInputStyle.Expanded, IsMultiSelect = true, Wrap = true, Placeholder = "p", Choices = { new() { Title = "One", Value = "1" }, new() { Title = "Two", Value = "2" } } },
        ["Action.OpenUrl"] = new AdaptiveOpenUrlAction { UrlString = "https://example.org/x?a=1", Title = "Open", IconUrl = "https://example.org/i.png", Style = "positive", Tooltip = "Opens", IsEnabled = false, Mode = AdaptiveActionMode.Secondary, Id = "o", Requires = new Dictionary<string, string> { ["x"] = "*" }, Fallback = new(new AdaptiveSubmitAction { Title = "Send" }) },
        ["Action.Submit"] = new AdaptiveSubmitAction { Title = "Send", Data = new { caseNumber = "B-104", revision = 3 }, AssociatedInputs = AdaptiveAssociatedInputs.None },
        ["Action.Execute"] = new AdaptiveExecuteAction { Title = "Do", Verb = "case.open", Data = new JsonObject { ["caseNumber"] = "B-104" }, AssociatedInputs = AdaptiveAssociatedInputs.None },
        ["Action.ShowCard"] = new AdaptiveShowCardAction { Title = "More", Card = new AdaptiveCard { Version = null, Body = { new AdaptiveTextBlock("more") } } },
        ["Action.ToggleVisibility"] = new AdaptiveToggleVisibilityAction { Title = "Turn", TargetElements = { new("a"), new("b", true) } },
    };

    public static AdaptiveCard CardWith(AdaptiveTypedElement part)
    {
        var card = new AdaptiveCard("1.5");
        if (part is AdaptiveAction action)
            card.Actions.Add(action);
        else
            card.Body.Add((AdaptiveElement)part);
        return card;
    }

    public static AdaptiveCard FullCard() => new("1.5")
    {
        FallbackText = "A card", Lang = "es", Speak = "Hola", MinHeight = "100px", Rtl = false, VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        BackgroundImage = new("https://example.org/b.png"), SelectAction = Open,
        Refresh = new() { Action = new() { Verb = "case.refresh", Data = new { caseNumber = "B-104" } }, UserIds = { "29:a" } },
        Authentication = new() { Text = "Sign in", ConnectionName = "c", TokenExchangeResource = new() { Id = "i", Uri = "api://x", ProviderId = "p" }, Buttons = { new() { Type = "signin", Title = "Sign in", Value = "https://example.org/s" } } },
        Body = [.. Parts.Values.OfType<AdaptiveElement>()],
        Actions = [.. Parts.Values.OfType<AdaptiveAction>()],
    };
}
