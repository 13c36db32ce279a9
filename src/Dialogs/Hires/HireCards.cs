using System.Globalization;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>New hires in cards, and in plain text for channels without them.</summary>
internal sealed class HireCards(DialogContent content, INewHires hires)
{
    /// <summary>What a button carries: a list is imported, one is kept, the form is wanted, the progress is.</summary>
    public const string Import = "import", Add = "add", Form = "form", Progress = "progress";

    private const string Id = "employee", Name = "name", Mail = "mail", Role = "role", School = "school", Day = "day", Supervisor = "supervisor";

    private readonly HireFaultWords _faults = new(content);

    private Phrases Phrases => content.Phrases;

    /// <param name="before">What was filled in and not taken; null for an empty form.</param>
    /// <param name="fault">Why it was not taken.</param>
    public Activity FormFor(string? seal, string token, HireText? before, string? fault, ChannelTraits traits)
    {
        if (!traits.Forms || traits.IsPage) return Says.Message(Phrases["hires.how-text"]);
        return Card(ProtocolFormCard.Of(new FormShown(
            new CardAsk(Phrases.Language, new Dictionary<string, string>(Data(seal, token)) { [CardVerbs.ChoiceMember] = Add }),
            Phrases["hires.heading"],
            string.Join("\n\n", new[] { fault, Phrases["hires.how"] }.OfType<string>()),
            [
                Text(Id, "hires.id", before?.EmployeeId, 30), Text(Name, "hires.name", before?.Name, 100), Text(Mail, "hires.mail", before?.Mail, 254),
                Chosen(Role, "hires.role", before?.Role, [.. content.District.Roles.Select(r => new Choice(r.Id, content.TitleOfRole(r.Id)))]),
                Chosen(School, "hires.school", before?.School, [.. content.District.Schools.Select(s => new Choice(s.Id, s.Name)), new Choice(HireText.WholeDistrict, Phrases["hires.whole-district"])]),
                new(new Field { Name = Day, Type = FieldType.Date, Label = Phrases["hires.day"], Required = true }, [], before?.FirstDay, Phrases["card.day"]),
                Text(Supervisor, "hires.supervisor", before?.SupervisorMail, 254, isNeeded: false),
            ],
            Phrases["hires.keep"],
            [Button("hires.progress", Progress)])
        { ChooseHint = Phrases["card.choose"], KeptNote = Phrases["card.kept"] }));
    }

    /// <summary>What was filled in.</summary>
    public static HireText Filled(CardAnswer? form)
    {
        string? Of(string name) => form?.Inputs.GetValueOrDefault(name);
        return new HireText(Of(Id), Of(Name), Of(Mail), Of(Role), Of(School), Of(Day), Of(Supervisor));
    }

    /// <param name="note">Said first; null for nothing.</param>
    public Activity PreviewFor(HireListLines list, string? note, string? seal, string token, ChannelTraits traits)
    {
        List<string> lines = note is null ? [] : [note];
        lines.Add(Phrases.Say("hires.counts", ("count", Count(list.Added)), ("number", Count(list.Changed)), ("total", Count(list.Same)), ("other", Count(list.Faults.Count))));
        if (list.Waiting > 0) lines.Add(Phrases.Say("hires.waiting", ("count", Count(list.Waiting))));
        if (list.Unread.Count > 0) lines.Add(Phrases.Say("hires.unread", ("name", string.Join(", ", list.Unread.Take(HirePreviewCard.Most)))));
        lines.Add(Phrases[list.HasSomethingToDo ? "hires.until" : "hires.nothing-to-do"]);
        var refused = list.Faults.Take(HirePreviewCard.Most).Select(_faults.OfLine).ToList();
        var rest = list.Faults.Count > refused.Count ? Phrases.Say("hires.rest", ("count", Count(list.Faults.Count - refused.Count))) : null;
        List<(string Title, string Choice)> ways = [(Phrases["hires.progress"], Progress), (Phrases["hires.again"], Form)];
        if (list.HasSomethingToDo) ways.Insert(0, (Phrases.Say("hires.import", ("count", Count(list.Added + list.Changed))), Import));
        if (traits.Forms && !traits.IsPage)
            return Card(HirePreviewCard.Of(new HirePreviewShown(new CardAsk(Phrases.Language, Data(seal, token)), Phrases["hires.preview"], lines, Phrases["hires.refused"], refused, rest, hires.HiresPage, Phrases["hires.page"], [.. ways.Select(w => new CardButton(w.Title, To(w.Choice)))])));
        // What stands in a line is a person's own text: in a Markdown text it is nothing but text.
        lines.InsertRange(lines.Count - 1, refused.Select(PlainMarkdown.Quote));
        if (rest is not null) lines.Insert(lines.Count - 1, rest);
        return Says.Message(string.Join("\n\n", lines), ways.Select(w => new ButtonPress(token, HireDialog.Field, w.Choice, null).As(w.Title)));
    }

    public Activity ProgressFor(HireProgressLines progress, string? seal, string token, bool mayTell, ChannelTraits traits)
    {
        var counts = Phrases.Say("hires.progress-counts", ("count", Count(progress.People)), ("number", Count(progress.Complete)), ("total", Count(progress.Late.Count)));
        var series = progress.Series.Select(s => new HireSeriesShown(s.Title, [.. s.Steps.Select(p => Phrases.Say(p.Late > 0 ? "hires.progress-step-late" : "hires.progress-step", ("name", Title(p.Title)), ("number", Count(p.Done)), ("total", Count(s.People)), ("count", Count(p.Late))))])).ToList();
        var late = progress.Late.Take(HireProgressCard.Most).Select(l => Phrases.Say("hires.late-line", ("status", string.Join(", ", l.Courses.Select(Title))), ("day", DayOf(l.Since)), ("name", l.Name))).ToList();
        var rest = progress.Late.Count > late.Count ? Phrases.Say("hires.late-rest", ("count", Count(progress.Late.Count - late.Count))) : null;
        // Whoever only looks may look again.
        (string Title, string Choice)[] buttons = [mayTell ? (Phrases["hires.again"], Form) : (Phrases["hires.progress"], Progress)];
        if (traits.Forms && !traits.IsPage)
            return Card(HireProgressCard.Of(new HireProgressShown(new CardAsk(Phrases.Language, Data(seal, token)), Phrases["hires.progress"], counts, series, Phrases["hires.late"], late, rest, hires.ProgressPage, Phrases["hires.page"], [.. buttons.Select(w => new CardButton(w.Title, To(w.Choice)))])));
        var text = string.Join("\n\n", [counts, .. series.Select(s => $"**{s.Title}**\n{string.Join("\n", s.Steps.Select(p => $"- {p}"))}"), .. late.Select(PlainMarkdown.Quote), .. rest is null ? Array.Empty<string>() : [rest]]);
        return Says.Message(text, buttons.Select(w => new ButtonPress(token, HireDialog.Field, w.Choice, null).As(w.Title)));
    }

    private static Dictionary<string, string> Data(string? seal, string token)
    {
        var data = new Dictionary<string, string> { ["sb"] = "1", ["t"] = token, ["f"] = HireDialog.Field };
        if (seal is not null) data[CardVerbs.SealMember] = seal;
        return data;
    }

    private static Dictionary<string, string> To(string choice) => new() { [CardVerbs.ChoiceMember] = choice };

    private FormInput Text(string name, string label, string? value, int longest, bool isNeeded = true) =>
        new(new Field { Name = name, Type = FieldType.People, Label = Phrases[label], Required = isNeeded, Max = longest }, [], value, Phrases["hires.need"]);

    private FormInput Chosen(string name, string label, string? value, IReadOnlyList<Choice> choices) =>
        new(new Field { Name = name, Type = FieldType.Choice, Label = Phrases[label], Required = true, Choices = choices }, choices, value, Phrases["hires.need"]);

    private CardButton Button(string key, string choice) => new(Phrases[key], To(choice));

    private string Title(string course) => course.Length > 0 ? course : Phrases["hires.unnamed"];

    private string DayOf(DateOnly day) => day.ToString(Phrases.Language == "es" ? "d 'de' MMMM" : "MMM d", Phrases.Culture);

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static Activity Card(AdaptiveCard card) => (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
}
