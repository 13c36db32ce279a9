using AdaptiveCards;
using SupportBot.Cards;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>Check-in, rosters and feedback as cards, for channels that can.</summary>
internal sealed class SessionCards(DialogContent content)
{
    private readonly SessionTexts _texts = new(content);
    private readonly TrainingWords _words = new(content);

    private Phrases Phrases => content.Phrases;

    /// <returns>Null where the text of the page says it best.</returns>
    public AdaptiveCard? For(TrainingPage page, IReadOnlyDictionary<string, string> data) => page switch
    {
        TrainingPage.Code code => Code(code, Ask(data, SessionPages.CheckIn)),
        TrainingPage.Rosters rosters => Rosters(rosters, new CardAsk(Phrases.Language, data)),
        TrainingPage.Roster roster => Roster(roster, new CardAsk(Phrases.Language, data)),
        TrainingPage.Survey survey => Survey(survey.Form, Ask(data, $"{SessionPages.Send}~{survey.Form.Line.Date.Id:N}~{survey.Form.Line.Moment}")),
        _ => null,
    };

    private AdaptiveCard Code(TrainingPage.Code page, CardAsk ask) => ProtocolFormCard.Of(new FormShown(
        ask,
        Phrases["training.check-in"],
        string.Join("\n\n", new[] { page.Fault }.Concat(page.Today.Select(t => $"{t.Date.Title}: {_words.Span(t.Date)}")).OfType<string>()),
        [Typed("answer", Phrases["training.code-ask"], 20, Phrases["training.code-need"])],
        Phrases["training.check-in"],
        [Button("training.to-mine", TrainingPages.Mine)]));

    private AdaptiveCard Rosters(TrainingPage.Rosters page, CardAsk ask) => TrainingCatalogueCard.Of(new TrainingCatalogue(
        ask,
        Phrases["training.rosters-heading"],
        page.More,
        [.. page.All.Select(r => new TrainingEntry(new CardChoice(r.Date.Id.ToString("N"), $"{r.Date.Title}, {_words.Moment(r.Date.Starts)}"), $"{_words.PlaceOnCard(r.Date)}. {_texts.CountsOf(r)}"))],
        Phrases["training.pick"],
        Phrases["training.pick-error"],
        Button("training.show-roster", SessionPages.See),
        [Button("training.to-mine", TrainingPages.Mine)]));

    private AdaptiveCard Roster(TrainingPage.Roster page, CardAsk ask)
    {
        var (roster, id) = (page.Sheet, page.Sheet.Line.Date.Id.ToString("N"));
        List<CardButton> buttons = [.. page.Ways.Select(w => new CardButton(w.Label, TrainingPresses.To(w.Choice)))];
        return RosterCard.Of(new RosterShown(
            ask,
            roster.Line.Date.Title,
            _texts.OnCard(roster.Line.Date),
            page.Note,
            [_texts.CountsOf(roster.Line), .. _texts.StateOf(roster) is { } state ? [state] : Array.Empty<string>()],
            [.. _texts.GroupsOf(roster)],
            roster is { MayLetIn: true, NotHere.Count: > 0 }
                ? new RosterPicker(Phrases["training.let-in-pick"], Phrases["training.pick-error"], Phrases["card.choose"], [.. roster.NotHere.Select(p => new CardChoice(p.Id, _texts.NameOf(p.Name)))], new CardButton(Phrases["training.let-in"], TrainingPresses.To($"{SessionPages.LetIn}~{id}"))) : null,
            buttons,
            roster.Page,
            Phrases["training.roster-page"]));
    }

    private AdaptiveCard Survey(FeedbackForm form, CardAsk ask) => ProtocolFormCard.Of(new FormShown(
        ask,
        Phrases["training.feedback-heading"],
        $"{form.Line.Date.Title}: {_words.Span(form.Line.Date)}\n\n{_texts.LeadOf(form)}\n\n{Phrases["training.feedback-skip"]}",
        [
            Typed(SessionPages.Word, $"{Phrases["training.feedback-word"]}. {Phrases["training.feedback-word-why"]}", 60, Phrases["training.feedback-word-needed"]),
            .. form.Items.Select(i => new FormInput(new Field { Name = SessionPages.ItemPrefix + i.Id, Type = FieldType.Choice, Label = i.Text }, Agreements, null, Phrases["card.choose"])),
        ],
        Phrases["card.send"],
        [Button("training.to-mine", TrainingPages.Mine)])
    { ChooseHint = Phrases["card.choose"], IsCompact = true });

    // From 5 to 1, as the console's page has them.
    private IReadOnlyList<Choice> Agreements =>
    [
        new("5", Phrases["training.agree-fully"]), new("4", Phrases["training.agree-mostly"]), new("3", Phrases["training.agree-between"]), new("2", Phrases["training.agree-little"]), new("1", Phrases["training.agree-not"]),
    ];

    private static FormInput Typed(string name, string label, int longest, string needed) => new(new Field { Name = name, Type = FieldType.People, Label = label, Required = true, Max = longest }, [], null, needed);

    private CardAsk Ask(IReadOnlyDictionary<string, string> data, string choice) => new(Phrases.Language, new Dictionary<string, string>(data) { [CardVerbs.ChoiceMember] = choice });

    private CardButton Button(string key, string choice) => new(Phrases[key], TrainingPresses.To(choice));
}
