using System.Globalization;
using AdaptiveCards;
using SupportBot.Cases;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>A task of the case.</summary>
/// <param name="Title">From the case's plan.</param>
/// <param name="OwnerTitle">Title of the role that does it, from content.</param>
public sealed record TaskLine(string Title, string OwnerTitle, DateTimeOffset? Due, bool IsDone);

/// <summary>A clock that law or policy runs.</summary>
/// <param name="SourceStatus"><c>found</c>, <c>verify</c> or <c>district default</c>.</param>
public sealed record ClockLine(string Title, DateTimeOffset Due, string SourceStatus);

/// <summary>What the plan of the case keeps in sight.</summary>
/// <param name="Label">From the case's plan.</param>
/// <param name="Answer">The newest choice in the words of the plan; empty while it is not known.</param>
/// <param name="By">Display name of who answered, so never trusted; empty while it is not known.</param>
/// <param name="Since">UTC; null while it is not known.</param>
public sealed record WatchLine(string Label, string Answer, string By, DateTimeOffset? Since);

/// <param name="KindTitle">Kind of the case, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="Status">State of the case in the words of its plan.</param>
/// <param name="OwnerName">Display name, so never trusted; empty while nobody works it.</param>
/// <param name="HasUnreadReply">True while something the reporter wrote waits to be read.</param>
/// <param name="MayAcknowledge">True while an alert is open and this person may end it.</param>
public sealed record CaseDetail(
    CaseLink Case, string KindTitle, Severity Severity, string SchoolName, string Status, string OwnerName, DateTimeOffset OpenedAt, DateTimeOffset Now,
    IReadOnlyList<TaskLine> Tasks, IReadOnlyList<ClockLine> Clocks, bool HasUnreadReply, bool MayAcknowledge)
{
    public IReadOnlyList<WatchLine> Watch { get; init; } = [];

    /// <summary>State that the plan looks at, in its words; empty where it names none, or the case is there or over.</summary>
    public string GateTitle { get; init; } = "";

    /// <summary>Titles of what is missing before that state; empty where the way is open.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>True where the card stands in a chat in the place of an alert that somebody has taken.</summary>
    public bool IsTaken { get; init; }
}

/// <summary>How a case stands, for a person allowed to see it. Not a word of the report: that is read in the console, where reading is audited.</summary>
public static class CaseDetailCard
{
    /// <summary>The most tasks, and the most clocks, shown.</summary>
    public const int Most = 10;

    public static AdaptiveCard Of(CaseDetail detail, ICardWords words) => CardSize.Fit(longest => Of(detail, words, longest));

    private static AdaptiveCard Of(CaseDetail detail, ICardWords words, int longest)
    {
        var number = detail.Case.CaseNumber;
        var heading = SeverityWords.Case(detail.Severity, words);
        var age = TimeWords.Ago(detail.OpenedAt, detail.Now, words);
        var open = detail.Tasks.Count(t => !t.IsDone);
        var tasks = words.Say("detail.tasks", ("count", Text(open)), ("total", Text(detail.Tasks.Count)));
        var card = NewCard(
            detail.Case,
            words,
            words.Say("detail.said", ("name", heading), ("code", number), ("status", tasks)),
            words.Say("detail.spoken", ("name", heading), ("code", Spelled(number)), ("when", age), ("status", tasks)));
        card.Body =
        [
            Band(SeverityWords.Style(detail.Severity), heading, words[(detail.IsTaken, detail.HasUnreadReply) switch
            {
                (_, true) => "detail.reply",
                (true, _) => "detail.taken",
                _ => "detail.below",
            }]),
            Title(detail.KindTitle, longest),
            Line(words["staff.status"], detail.Status, first: true, longest),
            Line(words["detail.worked-by"], detail.OwnerName.Length == 0 ? words["detail.nobody"] : detail.OwnerName, longest: longest),
            Line(words["staff.school"], SchoolOr(detail.SchoolName, words), longest: longest),
            Line(words["staff.case"], number),
            Moment(words["detail.opened"], detail.OpenedAt, age),
        ];
        if (detail.Watch.Count > 0) card.Body.Add(Part(words["detail.now"], detail.Watch.Select(w => Watched(w, detail.Now, words, longest)), words));
        if (detail.GateTitle.Length > 0)
            card.Body.Add(detail.Blocks.Count == 0
                ? Line(words.Say("detail.gate", ("name", PlainText.Of(detail.GateTitle))), words["detail.way-open"], longest: longest)
                : Blocking(detail, words, Math.Min(longest, PlainText.Longest)));
        if (detail.Tasks.Count > 0)
            card.Body.Add(Part(tasks, detail.Tasks.OrderBy(t => t.IsDone).Select(t => Task(t, detail.Now, words, longest)), words));
        if (detail.Clocks.Count > 0)
            card.Body.Add(Part(words["detail.clocks"], detail.Clocks.OrderBy(c => c.Due).Select(c => Clock(c, detail.Now, words, longest)), words));
        card.Body.AddRange(Mark(words));
        if (detail.MayAcknowledge) card.Actions.Add(detail.Case.Execute(words["staff.acknowledge"], CardVerbs.Acknowledge));
        // Without a page of its own, this card is all there is to open; then it is for looking again.
        if (detail.Case.ConsoleUrl is not null || card.Actions.Count == 0) card.Actions.Add(detail.Case.Open(words));
        return card;
    }

    private static AdaptiveContainer Part(string heading, IEnumerable<AdaptiveRichTextBlock> lines, ICardWords words)
    {
        var all = lines.ToList();
        var part = new AdaptiveContainer { Separator = true, Items = { new AdaptiveTextBlock(PlainText.Unmarked(heading)) { Weight = AdaptiveTextWeight.Bolder, Wrap = true } } };
        part.Items.AddRange(all.Take(Most));
        if (all.Count > Most)
            part.Items.Add(new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = { Run(More(all.Count, words)) } });
        return part;
    }

    private static AdaptiveRichTextBlock Blocking(CaseDetail detail, ICardWords words, int longest)
    {
        var line = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = { new AdaptiveTextRun($"{PlainText.Of(words.Say("detail.blocks", ("name", PlainText.Of(detail.GateTitle, longest))), 2 * PlainText.Longest)}: ") } };
        foreach (var (at, title) in detail.Blocks.Take(Most).Index())
        {
            if (at > 0) line.Inlines.Add(new AdaptiveTextRun("; "));
            line.Inlines.Add(Run(title, bold: true, longest));
        }

        if (detail.Blocks.Count > Most) line.Inlines.Add(new AdaptiveTextRun($" {More(detail.Blocks.Count, words)}"));
        return line;
    }

    private static AdaptiveRichTextBlock Watched(WatchLine watch, DateTimeOffset now, ICardWords words, int longest)
    {
        var line = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = { new AdaptiveTextRun($"{PlainText.Of(watch.Label, Math.Min(longest, PlainText.Longest))}: ") } };
        if (watch.Since is not { } since)
        {
            line.Inlines.Add(Run(words["detail.not-known"], bold: true));
            return line;
        }

        line.Inlines.Add(Run(watch.Answer, bold: true, Math.Min(longest, PlainText.Longest)));
        line.Inlines.Add(new AdaptiveTextRun($" ({PlainText.Of(watch.By, Math.Min(longest, PlainText.Longest))}, {TimeWords.Ago(since, now, words)})"));
        return line;
    }

    private static AdaptiveRichTextBlock Task(TaskLine task, DateTimeOffset now, ICardWords words, int longest)
    {
        var state = task.IsDone ? words["detail.done"] : task.Due is { } due ? TimeWords.Capital(TimeWords.Due(due, now, words)) : words["detail.open"];
        return Entry(state, task.Title, task.OwnerTitle, longest);
    }

    private static AdaptiveRichTextBlock Clock(ClockLine clock, DateTimeOffset now, ICardWords words, int longest) =>
        Entry(TimeWords.Capital(TimeWords.Due(clock.Due, now, words)), clock.Title, clock.SourceStatus switch
        {
            "found" => "",
            "verify" => words["detail.verify"],
            "district default" => words["detail.default"],
            var other => other,
        }, longest);

    private static AdaptiveRichTextBlock Entry(string state, string title, string note, int longest)
    {
        var entry = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = { new AdaptiveTextRun($"{state}: "), Run(title, bold: true, Math.Min(longest, PlainText.Longest)) } };
        if (note.Length > 0)
            entry.Inlines.Add(new AdaptiveTextRun($" ({PlainText.Of(note, Math.Min(longest, PlainText.Longest))})"));
        return entry;
    }

    private static string More(int all, ICardWords words) => words.Say("detail.more", ("count", Text(all - Most)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
