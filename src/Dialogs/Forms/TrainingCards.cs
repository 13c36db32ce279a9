using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cards;

namespace SupportBot.Dialogs;

/// <summary>Pages of trainings as cards, for channels that can. What is said in a sentence or asked in a few words has none.</summary>
internal sealed class TrainingCards(DialogContent content)
{
    private readonly TrainingWords _words = new(content);
    private readonly SessionCards _sessions = new(content);

    private Phrases Phrases => content.Phrases;

    /// <returns>Null where the text of the page says it best.</returns>
    public Activity? For(TrainingPage page, string? seal)
    {
        var data = TrainingPresses.Data(seal);
        var ask = new CardAsk(Phrases.Language, data);
        return page switch
        {
            TrainingPage.Courses { Asks: true } courses => Card(Catalogue(courses, ask)),
            TrainingPage.Dates dates => Card(Session(dates, ask)),
            TrainingPage.Mine { Lines.Dates.Count: > 0 } mine => Card(Mine(mine, ask)),
            _ => _sessions.For(page, data) is { } card ? Card(card) : null,
        };
    }

    private AdaptiveCard Catalogue(TrainingPage.Courses page, CardAsk ask) => TrainingCatalogueCard.Of(new TrainingCatalogue(
        ask,
        Phrases["training.heading"],
        page.Note,
        [.. page.All.Where(c => c.Dates.Count > 0).Select(c => new TrainingEntry(new CardChoice(c.Id, c.Title), $"{Below(c.Dates[0], _words.StateOf(c.Dates[0]), withDay: true)}{(c.IsAsked ? $" ({Phrases["training.asked"]})" : "")}"))],
        Phrases["training.pick"],
        Phrases["training.pick-error"],
        Button("training.show", TrainingPages.Course),
        [Button("training.to-mine", TrainingPages.Mine)]));

    private AdaptiveCard Session(TrainingPage.Dates page, CardAsk ask) => TrainingSessionCard.Of(new TrainingSession(
        ask,
        page.Course.Title,
        page.Course.Summary,
        [.. page.Course.Dates.Where(d => d.Window == SignUpWindow.Open).Select(d => new TrainingEntry(new CardChoice(d.Id.ToString("N"), _words.Moment(d.Starts)), Below(d, _words.StateOf(d), withDay: false)))],
        Phrases["training.pick"],
        Phrases["training.pick-error"],
        Button("training.sign-me-up", TrainingPages.SignUp),
        [Button("training.to-all", TrainingPages.All)]));

    private AdaptiveCard Mine(TrainingPage.Mine page, CardAsk ask) => MyTrainingsCard.Of(new MyTrainingsShown(
        ask,
        Phrases["training.to-mine"],
        [.. page.Lines.Dates.Select(m => new TrainingEntry(new CardChoice(m.Date.Id.ToString("N"), m.Date.Title), Below(m.Date, _words.StateOf(m), withDay: true)))],
        _words.Beside(page.Lines),
        Phrases["training.pick"],
        Phrases["training.pick-error"],
        [Button("training.give-up", TrainingPages.Cancel), Button("training.another-date", TrainingPages.Swap)],
        [.. page.Ways.Select(w => new CardButton(w.Label, TrainingPresses.To(w.Choice)))]));

    // What is bold elsewhere is plain in a run.
    private string Below(DateLine date, string state, bool withDay) =>
        $"{(withDay ? $"{_words.Moment(date.Starts)}, " : "")}{_words.PlaceOnCard(date)}: {state.Replace("**", "", StringComparison.Ordinal)}";

    private CardButton Button(string key, string choice) => new(Phrases[key], TrainingPresses.To(choice));

    private static Activity Card(AdaptiveCard card) => (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
}
