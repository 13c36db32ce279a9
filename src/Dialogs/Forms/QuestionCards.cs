using System.Globalization;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>Shows a question as a card, for channels that can: the whole form at once, answers of before in their places.</summary>
internal sealed class QuestionCards(DialogContent content)
{
    /// <summary>From here on a form is offered in a window of its own as well.</summary>
    private const int Long = 5;

    private readonly AnswerInWords _inWords = new(content);
    private readonly QuestionMessage _messages = new(content);
    private readonly ReviewMessage _review = new(content);

    private Phrases Phrases => content.Phrases;

    /// <param name="seal">What proves that the card is ours, made by the channel; null where it gives none.</param>
    /// <param name="before">Said above the question: what could not be taken; null for nothing.</param>
    /// <param name="first">What was written before the question came up.</param>
    /// <param name="due">Until when a step is to be done.</param>
    /// <param name="inWindow">In a window of its own.</param>
    public Activity For(Question question, string? seal, string? before, string? first, DateTimeOffset? due, DateTimeOffset now, DateOnly today, bool inWindow = false)
    {
        var ask = Ask(question, seal) with { InWindow = inWindow };
        if (question.Verb == "do") return Card(Step(question, ask, due, now));
        if (question.IsReview) return Card(Review(question, ask));
        return question is { Verb: "ask", Fields: [{ Type: FieldType.Choice or FieldType.Choices } field] }
            ? Card(Single(question, field, ask, before)) : Card(Form(question, ask, before, first, today));
    }

    /// <summary>"Which one would you like to change?"</summary>
    public Activity Which(Question question, IEnumerable<Field> answered, string? seal) => Card(ProtocolQuestionCard.Of(new QuestionShown(
        Ask(question, seal, ("do", ButtonPress.Change)), Phrases["question.which"], null, null,
        [.. answered.Select(f => new CardChoice(f.Name, f.Label))], Several: false,
        [Button(Phrases["question.change-nothing"], ButtonPress.Refresh)], Phrases["card.send"])
    { RequiredError = Phrases["question.required"], ChooseHint = Phrases["card.choose"] }));

    /// <summary>What a card becomes that was answered or is too old. Never the answer.</summary>
    public Attachment Closed(string label, string headingKey, string noteKey) =>
        Attached(ClosedQuestionCard.Of(new ClosedQuestion(Phrases.Language, Phrases[headingKey], label, Phrases[noteKey])));

    /// <summary>What is asked, in a few words.</summary>
    public static string LabelOf(Question question) => question switch
    {
        { Verb: "form", Text.Length: > 0 } => question.Text,
        { Verb: "do" } => question.Text,
        _ => question.Fields[0].Label,
    };

    private AdaptiveCard Single(Question question, Field field, CardAsk ask, string? before) => ProtocolQuestionCard.Of(new QuestionShown(
        ask, field.Label, field.Help, before, [.. field.Choices.Select(c => new CardChoice(c.Id, c.Label))], field.Type == FieldType.Choices, [.. Ways(question, field.Required)], Phrases["card.send"])
    { RequiredError = field.Required ? Phrases["question.required"] : null, ChooseHint = Phrases["card.choose"] });

    private AdaptiveCard Form(Question question, CardAsk ask, string? before, string? first, DateOnly today)
    {
        // The only question of a card is its heading too; saying it twice helps nobody, so the field keeps it for screen readers.
        var isOne = question.Verb == "ask";
        var intro = string.Join("\n\n", new[] { before, question.IsContinued ? Phrases["card.rest"] : null }.OfType<string>());
        var buttons = Ways(question, question.Fields.Any(f => f.Required) || !isOne);
        return ProtocolFormCard.Of(new FormShown(
            ask, isOne ? Phrases["card.one"] : question.Text.Length > 0 ? question.Text : Phrases["card.form"], intro.Length == 0 ? null : intro,
            [.. question.Fields.Select(f => new FormInput(Shown(f, isOne), _messages.Offered(f), ValueOf(question, f, first), Phrases[f.Type == FieldType.Date ? "card.day" : "question.required"]))],
            Phrases["card.send"], [.. buttons])
        {
            Today = today,
            WindowTitle = question.Fields.Count > Long ? Phrases["card.window"] : null,
            ChooseHint = Phrases["card.choose"],
            PicturesNote = Phrases["card.pictures"],
            KeptNote = Phrases["card.kept"],
        });
    }

    private AdaptiveCard Step(Question question, CardAsk ask, DateTimeOffset? due, DateTimeOffset now)
    {
        var step = content.Protocols.Get(question.Protocol)?.Find(question.StepId) as DoStep;
        return StaffStepCard.Of(new StaffStep(
            ask, question.Text, step is null ? "" : content.TitleOfRole(step.Role), due, now, step?.TwoPerson == true, question.IsContinued), Phrases);
    }

    private AdaptiveCard Review(Question question, CardAsk ask)
    {
        var asked = question.Fields[0];
        List<SummaryLine> lines = [];
        var skipped = 0;
        foreach (var (_, field, answer) in question.SoFar)
        {
            if (_inWords.Of(field, answer) is { } given) lines.Add(new SummaryLine(field.Label, given));
            else skipped++;
        }

        List<CardButton> buttons = [];
        if (!asked.Choices.Any(_review.LeadsToChange)) buttons.Add(Button(Phrases["question.change"], ButtonPress.Change));
        buttons.Add(Button(Phrases["question.stop"], ButtonPress.Stop));
        return SummaryCard.Of(new Summary(
            ask, asked.Label, lines, skipped == 0 ? null : Phrases.Say("review.skipped", ("count", skipped.ToString(CultureInfo.InvariantCulture))),
            [.. asked.Choices.Select(c => new CardChoice(c.Id, c.Label))], buttons)
        { CutNote = Phrases["card.cut"], SendTitle = Phrases["card.send"], ChoicesLabel = Phrases["card.choose"] });
    }

    private IEnumerable<CardButton> Ways(Question question, bool required)
    {
        if (!required) yield return Button(Phrases["question.skip"], ButtonPress.Skip);
        if (question.CanGoBack) yield return Button(Phrases["question.back"], ButtonPress.Back);
        yield return Button(Phrases["question.stop"], ButtonPress.Stop);
    }

    // How a day may be typed is no help to somebody who picks one.
    private static Field Shown(Field field, bool isOne) =>
        field with { Name = isOne ? "answer" : field.Name, Help = field.Type == FieldType.Date ? null : field.Help };

    /// <summary>What a field is filled with when it is shown: what was answered before, or written before the question came up.</summary>
    internal static string? ValueOf(Question question, Field field, string? first) => question.Earlier.GetValueOrDefault(field.Name) switch
    {
        ChoiceAnswer choice => choice.Id,
        ChoicesAnswer choices => string.Join(',', choices.Ids),
        DateAnswer date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SchoolAnswer school => school.Id,
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        TextAnswer text => text.Words.Reveal(),
        PeopleAnswer people => people.Words.Reveal(),
        _ => field is { Type: FieldType.Text, Required: true } && question.Fields.First(f => f is { Type: FieldType.Text, Required: true }) == field ? first : null,
    };

    private CardAsk Ask(Question question, string? seal, params (string Name, string Value)[] more)
    {
        var data = new Dictionary<string, string> { ["sb"] = "1", ["t"] = question.Token };
        if (seal is not null) data[CardVerbs.SealMember] = seal;
        foreach (var (name, value) in more) data[name] = value;
        return new CardAsk(Phrases.Language, data);
    }

    private static CardButton Button(string title, string @do) => new(title, new Dictionary<string, string> { ["do"] = @do });

    private static Activity Card(AdaptiveCard card) => (Activity)MessageFactory.Attachment(Attached(card));

    private static Attachment Attached(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = card };
}
