using System.Globalization;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Pages of a workshop that is planned as cards, for channels that can. What is said in a sentence or asked in a few words has none.</summary>
internal sealed class ScheduleCards(DialogContent content, IScheduling scheduling)
{
    private readonly ScheduleWords _words = new(content);

    private Phrases Phrases => content.Phrases;

    /// <param name="token">Of what is asked; a card with another does nothing.</param>
    /// <param name="seal">What proves that the card is ours, made by the channel; null where it gives none.</param>
    /// <returns>Null where the text of the page says it best.</returns>
    public Activity? For(SchedulePage page, string token, string? seal) => page switch
    {
        SchedulePage.Ask { Plan: { } plan } ask => Card(Form(ask, plan, Ask(token, seal, (CardVerbs.ChoiceMember, SchedulePages.Form)))),
        SchedulePage.Times times => Card(Times(times, Ask(token, seal))),
        SchedulePage.Confirm confirm => Card(SummaryCard.Of(new Summary(Ask(token, seal), confirm.Heading, Lines(confirm.Lines), confirm.Note, Choices(confirm.Options), []))),
        SchedulePage.Shown { Options.Count: > 0 } shown => Card(SummaryCard.Of(new Summary(Ask(token, seal), shown.Heading, Lines(shown.Lines), null, Choices(shown.Options), []))),
        _ => null,
    };

    private AdaptiveCard Form(SchedulePage.Ask page, SchedulePlan plan, CardAsk ask)
    {
        var today = plan.From;
        var part = plan.At is not null ? ScheduleReader.AsSaid : plan.Half switch { DayHalf.Morning => ScheduleReader.Morning, DayHalf.Afternoon => ScheduleReader.Afternoon, _ => ScheduleReader.AnyTime };
        List<FormInput> inputs = [];
        if (!plan.IsMove) inputs.Add(Input(ScheduleReader.Course, FieldType.Choice, "schedule.course", [.. scheduling.Courses(Phrases.Language).Select(c => new Choice(c.Id, c.Title))], plan.CourseId, required: true));
        inputs.Add(Input(ScheduleReader.Where, FieldType.Choice, "schedule.where", Places(), PlaceOf(plan), required: !plan.IsMove));
        inputs.Add(Input(ScheduleReader.Joined, FieldType.Choice, "schedule.joined", [new("yes", Phrases["schedule.joined-yes"]), new("no", Phrases["schedule.joined-no"])], plan.Online ? "yes" : "no"));
        inputs.Add(Input(ScheduleReader.First, FieldType.Date, "schedule.first-day", [], Iso(today)));
        inputs.Add(Input(ScheduleReader.Last, FieldType.Date, "schedule.last-day", [], Iso(plan.To)));
        inputs.Add(Input(ScheduleReader.Part, FieldType.Choice, "schedule.part", [.. Parts(plan)], part));
        inputs.Add(Input(ScheduleReader.Length, FieldType.Number, "schedule.minutes", [], plan.Minutes?.ToString(CultureInfo.InvariantCulture)));
        inputs.Add(Input(ScheduleReader.Chairs, FieldType.Number, "schedule.chairs", [], plan.Seats?.ToString(CultureInfo.InvariantCulture)));
        return ProtocolFormCard.Of(new FormShown(ask, Phrases[plan.IsMove ? "schedule.form-move" : "schedule.form"], page.Fault, inputs, Phrases["schedule.find"], [new CardButton(Phrases["schedule.stop"], To(SchedulePages.Keep))]) { ChooseHint = Phrases["card.choose"] });
    }

    private AdaptiveCard Times(SchedulePage.Times page, CardAsk ask) => TrainingSessionCard.Of(new TrainingSession(
        ask,
        page.Title,
        page.Note,
        [.. page.Slots.Select(s => new TrainingEntry(new CardChoice(s.Time.Choice.Split('~')[1], s.Time.Label), s.Below))],
        Phrases["training.pick"],
        Phrases["training.pick-error"],
        new CardButton(Phrases["schedule.take"], To(SchedulePages.At)),
        [.. page.Ways.Select(w => new CardButton(w.Label, To(w.Choice)))]));

    private FormInput Input(string field, FieldType type, string key, IReadOnlyList<Choice> options, string? value, bool required = false) =>
        new(new Field { Name = field, Type = type, Label = Phrases[key], Required = required, Choices = options }, options, value, Phrases["question.required"]);

    private IReadOnlyList<Choice> Places() =>
    [
        new(ScheduleReader.Online, Phrases["schedule.online-only"]),
        .. content.District.Schools.SelectMany(s => s.Rooms.Select(r => new Choice($"{s.Id}.{r.Id}", $"{s.Name}, {r.Name}")).Append(new Choice(s.Id, s.Rooms.Count == 0 ? s.Name : $"{s.Name}, {Phrases["schedule.no-room"]}"))),
    ];

    // A school that was said without a room is still to be asked for one.
    private static string? PlaceOf(SchedulePlan plan) => plan switch
    {
        { IsOnlineOnly: true } => ScheduleReader.Online,
        { SchoolId: { } school, RoomId: { Length: > 0 } room } => $"{school}.{room}",
        { SchoolId: { } school, Place: null } => school,
        _ => null,
    };

    private IEnumerable<Choice> Parts(SchedulePlan plan)
    {
        if (plan.At is { } at) yield return new(ScheduleReader.AsSaid, _words.Clock(at));
        yield return new(ScheduleReader.AnyTime, Phrases["schedule.any-time"]);
        yield return new(ScheduleReader.Morning, Phrases["schedule.morning"]);
        yield return new(ScheduleReader.Afternoon, Phrases["schedule.afternoon"]);
    }

    private CardAsk Ask(string token, string? seal, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var data = new Dictionary<string, string> { ["sb"] = "1", ["t"] = token, ["f"] = ScheduleDialog.Field };
        if (seal is not null) data[CardVerbs.SealMember] = seal;
        foreach (var (name, value) in more) data[name] = value;
        return new CardAsk(Phrases.Language, data);
    }

    private static IReadOnlyList<SummaryLine> Lines(IEnumerable<ScheduleLine> lines) => [.. lines.Select(l => new SummaryLine(l.Label, l.Text))];

    private static IReadOnlyList<CardChoice> Choices(IEnumerable<TrainingOption> options) => [.. options.Select(o => new CardChoice(o.Choice.Replace('~', '.'), o.Label, To(o.Choice)))];

    private static Dictionary<string, string> To(string choice) => new() { [CardVerbs.ChoiceMember] = choice };

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Activity Card(AdaptiveCard card) => (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
}
