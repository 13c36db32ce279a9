using AdaptiveCards;
using SupportBot.Protocols;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>One field of a form.</summary>
/// <param name="Options">What may be chosen: the field's own choices in the card's language, or schools by directory id.</param>
/// <param name="Value">What was answered before: words, ids joined by commas, a day as <c>2026-11-23</c>; null for nothing.</param>
/// <param name="RequiredError">Said where the field is empty or its entry does not fit.</param>
public sealed record FormInput(Field Field, IReadOnlyList<Choice> Options, string? Value, string RequiredError);

/// <summary>A form as put to a person. All texts but the earlier values are content, in the language of <paramref name="Ask"/>.</summary>
/// <param name="Buttons">Ways to go on without answering.</param>
public sealed record FormShown(CardAsk Ask, string Heading, string? Intro, IReadOnlyList<FormInput> Inputs, string SendTitle, IReadOnlyList<CardButton> Buttons)
{
    /// <summary>The person's own day; the latest that a day which may not lie ahead can be.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Says that pictures cannot be sent here, and where they can; shown where the form has such a field.</summary>
    public string? PicturesNote { get; init; }

    /// <summary>Title of the button that opens the form in a window of its own; null for none.</summary>
    public string? WindowTitle { get; init; }

    /// <summary>Stands in a drop-down until something is chosen; null for nothing.</summary>
    public string? ChooseHint { get; init; }

    /// <summary>True: every field of one choice is a drop-down, for forms that are all of these.</summary>
    public bool IsCompact { get; init; }

    /// <summary>Says that something written before is kept but too long to show here; null for nothing.</summary>
    public string? KeptNote { get; init; }
}

/// <summary>
/// A form of a protocol; each answer comes back as <c>f.</c> and the field's name. An earlier value that has no room is left
/// out whole, never cut, and its field named in <see cref="CardVerbs.KeptMember"/>: nobody sends half of their own words.
/// </summary>
public static class ProtocolFormCard
{
    /// <exception cref="ArgumentException">There are more than six actions, or more than fits a card.</exception>
    public static AdaptiveCard Of(FormShown form) => CardSize.Fit(longest => Of(form, longest));

    private static AdaptiveCard Of(FormShown form, int longest)
    {
        var card = form.Ask.NewCard(form.Heading);
        card.Body = [Heading(form.Heading, longest)];
        if (form.Intro is { Length: > 0 } intro)
            card.Body.AddRange(Prose.Content(intro, longest, AdaptiveSpacing.Small));
        var kept = form.Inputs.Where(i => i.Value?.Length > longest).Select(i => i.Field.Name).ToList();
        foreach (var input in form.Inputs.Where(i => i.Field.Type != FieldType.Pictures))
            card.Body.Add(FormField.Of(input, form, kept.Contains(input.Field.Name), longest));
        if (kept.Count > 0 && form.KeptNote is { Length: > 0 } keptNote)
            card.Body.AddRange(Prose.Content(keptNote, longest));
        if (form.PicturesNote is { Length: > 0 } note && form.Inputs.Any(i => i.Field.Type == FieldType.Pictures))
            card.Body.AddRange(Prose.Content(note, longest));
        var more = kept.Count == 0 ? null : new Dictionary<string, string> { [CardVerbs.KeptMember] = string.Join('~', kept) };
        Choosing.Place(card, [form.Ask.Send(form.SendTitle, more), .. form.WindowTitle is { } window && !form.Ask.InWindow ? [form.Ask.OpenWindow(window)] : Array.Empty<AdaptiveAction>(), .. form.Buttons.Select(form.Ask.Press)]);
        return card;
    }
}
