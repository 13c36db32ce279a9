using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>People in one state.</summary>
/// <param name="Heading">What they have in common, and how many they are; from content.</param>
/// <param name="Names">As the directory has them; those after fifteen are left out.</param>
/// <param name="Rest">How many more there are; null for none.</param>
public sealed record RosterGroup(string Heading, IReadOnlyList<string> Names, string? Rest);

/// <param name="Label">Above the list.</param>
/// <param name="Error">Said where nothing was picked.</param>
/// <param name="Hint">Stands in a drop-down until somebody is chosen.</param>
/// <param name="People">At least one, by directory id; those after forty are left out.</param>
/// <param name="LetIn">Sends the pick; its data comes back beside it.</param>
public sealed record RosterPicker(string Label, string Error, string Hint, IReadOnlyList<CardChoice> People, CardButton LetIn);

/// <summary>All texts are content, in the language of <paramref name="Ask"/>, but for names of people and the place.</summary>
/// <param name="Title">Of the course.</param>
/// <param name="When">Day, hours and place; the place is typed by staff.</param>
/// <param name="Note">What was just done, or why not; it may name somebody. Null for nothing.</param>
/// <param name="Lines">How many seats are taken, in sentences.</param>
/// <param name="Picker">Null where nobody is to be let in.</param>
/// <param name="Page">The console's page of it; null where no address is configured.</param>
/// <param name="Buttons">At least one; four at most.</param>
public sealed record RosterShown(
    CardAsk Ask, string Title, string When, string? Note, IReadOnlyList<string> Lines, IReadOnlyList<RosterGroup> Groups, RosterPicker? Picker, IReadOnlyList<CardButton> Buttons, Uri? Page, string PageTitle);

/// <summary>Who comes to a session, and who is there. For the chat of whoever may see it alone.</summary>
public static class RosterCard
{
    /// <summary>Nobody reads more in a chat.</summary>
    public const int MostNames = 15;

    private const int MostGroups = 2;
    private const int MostPeople = 40;

    /// <exception cref="ArgumentException">There are more than six actions, or the page is no web address.</exception>
    public static AdaptiveCard Of(RosterShown roster) => CardSize.Fit(longest =>
    {
        var most = Math.Min(longest, PlainText.Longest);
        var card = roster.Ask.NewCard(roster.Title);
        card.Body = [Band(AdaptiveContainerStyle.Accent, roster.Title), new AdaptiveRichTextBlock { Inlines = { Run(roster.When, longest: most) } }];
        if (roster.Note is { Length: > 0 } note) card.Body.Add(new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Medium, Inlines = { Run(note, bold: true, most) } });
        card.Body.AddRange(roster.Lines.Take(MostGroups).SelectMany(l => Prose.Content(l, longest, AdaptiveSpacing.Small)));
        foreach (var group in roster.Groups.Take(MostGroups))
        {
            card.Body.Add(Title(group.Heading, longest));
            card.Body.AddRange(group.Names.Take(MostNames).Select(n => Below(n, longest: most)));
            if (group.Rest is { Length: > 0 } rest) card.Body.AddRange(Prose.Content(rest, longest, AdaptiveSpacing.Small));
        }

        List<AdaptiveAction> actions = [];
        if (roster.Picker is { } picker)
        {
            card.Body.Add(ListOf(picker, most));
            actions.Add(roster.Ask.Send(picker.LetIn.Title, picker.LetIn.Data));
        }

        actions.AddRange(roster.Buttons.Select(roster.Ask.Press));
        if (roster.Page is { } page) actions.Add(new AdaptiveOpenUrlAction { Title = PlainText.Unmarked(roster.PageTitle), Url = SafeForm.Web(page) });
        Choosing.Place(card, actions);
        return card;
    });

    private static AdaptiveChoiceSetInput ListOf(RosterPicker picker, int longest)
    {
        var list = Choosing.List(CardVerbs.AnswerInput, PlainText.Unmarked(picker.Label, longest), picker.People.Take(MostPeople).Select(p => (p.Id, p.Label)), several: false, longest);
        list.IsRequired = true;
        list.ErrorMessage = PlainText.Unmarked(picker.Error, longest);
        if (list.Style == AdaptiveChoiceInputStyle.Compact) list.Placeholder = PlainText.Unmarked(picker.Hint, longest);
        return list;
    }
}
