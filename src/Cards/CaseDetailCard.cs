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

    public static AdaptiveCard Of(CaseDetail detail) => CardSize.Fit(longest => Of(detail, longest));

    private static AdaptiveCard Of(CaseDetail detail, int longest)
    {
        var number = detail.Case.CaseNumber;
        var severity = SeverityWords.Word(detail.Severity);
        var age = TimeWords.Ago(detail.OpenedAt, detail.Now);
        var open = detail.Tasks.Count(t => !t.IsDone);
        var tasks = $"{open} of {detail.Tasks.Count} tasks open";
        var card = NewCard(
            detail.Case,
            $"Case {number}: {severity}, {tasks}. Open the console to read it.",
            $"Case {Spelled(number)}, {severity}, opened {age}. {tasks}.");
        card.Body =
        [
            Band(SeverityWords.Style(detail.Severity), $"{severity} case", (detail.IsTaken, detail.HasUnreadReply) switch
            {
                (_, true) => "The reporter has written back. Read it in the console.",
                (true, _) => "Taken: somebody has this case. You do not need to acknowledge it.",
                _ => "What was reported stands in the console.",
            }),
            Title(detail.KindTitle, longest),
            Line("Status", detail.Status, first: true, longest),
            Line("Worked by", detail.OwnerName.Length == 0 ? "nobody yet" : detail.OwnerName, longest: longest),
            Line("School", SchoolOr(detail.SchoolName), longest: longest),
            Line("Case", number),
            Moment("Opened", detail.OpenedAt, age),
        ];
        if (detail.Watch.Count > 0) card.Body.Add(Part("Now", detail.Watch.Select(w => Watched(w, detail.Now, longest))));
        if (detail.GateTitle.Length > 0)
            card.Body.Add(detail.Blocks.Count == 0
                ? Line($"To {detail.GateTitle}", "the way is open", longest: longest)
                : Blocking(detail, Math.Min(longest, PlainText.Longest)));
        if (detail.Tasks.Count > 0)
            card.Body.Add(Part(tasks, detail.Tasks.OrderBy(t => t.IsDone).Select(t => Task(t, detail.Now, longest))));
        if (detail.Clocks.Count > 0)
            card.Body.Add(Part("Clocks", detail.Clocks.OrderBy(c => c.Due).Select(c => Clock(c, detail.Now, longest))));
        if (detail.MayAcknowledge) card.Actions.Add(detail.Case.Execute("Acknowledge", CardVerbs.Acknowledge));
        // Without a page of its own, this card is all there is to open; then it is for looking again.
        if (detail.Case.ConsoleUrl is not null || card.Actions.Count == 0) card.Actions.Add(detail.Case.Open());
        return card;
    }

    private static AdaptiveContainer Part(string heading, IEnumerable<AdaptiveRichTextBlock> lines)
    {
        var all = lines.ToList();
        var part = new AdaptiveContainer { Separator = true, Items = { new AdaptiveTextBlock(heading) { Weight = AdaptiveTextWeight.Bolder, Wrap = true } } };
        part.Items.AddRange(all.Take(Most));
        if (all.Count > Most)
            part.Items.Add(new AdaptiveTextBlock($"and {all.Count - Most} more") { Wrap = true, Spacing = AdaptiveSpacing.Small });
        return part;
    }

    private static AdaptiveRichTextBlock Blocking(CaseDetail detail, int longest)
    {
        var line = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = { new AdaptiveTextRun($"Blocks {PlainText.Of(detail.GateTitle, longest)}: ") } };
        foreach (var (at, title) in detail.Blocks.Take(Most).Index())
        {
            if (at > 0) line.Inlines.Add(new AdaptiveTextRun("; "));
            line.Inlines.Add(Run(title, bold: true, longest));
        }

        if (detail.Blocks.Count > Most) line.Inlines.Add(new AdaptiveTextRun($" and {detail.Blocks.Count - Most} more"));
        return line;
    }

    private static AdaptiveRichTextBlock Watched(WatchLine watch, DateTimeOffset now, int longest)
    {
        var line = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = { new AdaptiveTextRun($"{PlainText.Of(watch.Label, Math.Min(longest, PlainText.Longest))}: ") } };
        if (watch.Since is not { } since)
        {
            line.Inlines.Add(new AdaptiveTextRun("not known yet") { Weight = AdaptiveTextWeight.Bolder });
            return line;
        }

        line.Inlines.Add(Run(watch.Answer, bold: true, Math.Min(longest, PlainText.Longest)));
        line.Inlines.Add(new AdaptiveTextRun($" ({PlainText.Of(watch.By, Math.Min(longest, PlainText.Longest))}, {TimeWords.Ago(since, now)})"));
        return line;
    }

    private static AdaptiveRichTextBlock Task(TaskLine task, DateTimeOffset now, int longest)
    {
        var state = task.IsDone ? "Done" : task.Due is { } due ? Capital(TimeWords.Due(due, now)) : "Open";
        return Entry(state, task.Title, task.OwnerTitle, longest);
    }

    private static AdaptiveRichTextBlock Clock(ClockLine clock, DateTimeOffset now, int longest) =>
        Entry(Capital(TimeWords.Due(clock.Due, now)), clock.Title, clock.SourceStatus switch
        {
            "found" => "",
            "verify" => "still to be verified",
            var other => other,
        }, longest);

    private static AdaptiveRichTextBlock Entry(string state, string title, string note, int longest)
    {
        var entry = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = { new AdaptiveTextRun($"{state}: "), Run(title, bold: true, Math.Min(longest, PlainText.Longest)) } };
        if (note.Length > 0)
            entry.Inlines.Add(new AdaptiveTextRun($" ({PlainText.Of(note, Math.Min(longest, PlainText.Longest))})"));
        return entry;
    }

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
