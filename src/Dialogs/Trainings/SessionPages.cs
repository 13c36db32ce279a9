using System.Globalization;
using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>Check-in, rosters and feedback: turns a wish of one person into what is said to it. What somebody may not see is said to be missing, as what does not exist is.</summary>
internal sealed class SessionPages(DialogContent content, ISessions sessions)
{
    // What a button carries before its first "~".
    public const string CheckIn = "check-in", Rosters = "rosters", See = "see-roster", Refresh = "roster", LetIn = "let-in", Feedback = "feedback", Send = "send-feedback";

    /// <summary>What stands before an item of the feedback in the name of its input, and the input of the word that joins answers.</summary>
    public const string ItemPrefix = "i-", Word = "word";

    private const int MostSessions = 12;

    private readonly SessionTexts _texts = new(content);
    private readonly TrainingWords _words = new(content);

    private Phrases Phrases => content.Phrases;

    /// <summary>True for a choice with which answers to the feedback come back: nothing of what it brings may be kept anywhere but in the book of feedback.</summary>
    public static bool BringsFeedback(string? choice) => choice?.Split('~') is [Send, ..];

    /// <summary>True for a choice that is answered here.</summary>
    public static bool Has(string choice) => choice.Split('~')[0] is CheckIn or Rosters or See or Refresh or LetIn or Feedback or Send;

    /// <summary>What belongs on the list of a person's own trainings.</summary>
    public async Task<IReadOnlyList<TrainingOption>> WaysAsync(string person, CancellationToken cancel)
    {
        List<TrainingOption> ways = [];
        if ((await sessions.TodayAsync(person, Phrases.Language, cancel)).Any(t => t.State == CheckInState.Open)) ways.Add(new(CheckIn, Phrases["training.check-in"]));
        if ((await sessions.FeedbackAsync(person, "", Phrases.Language, cancel)).Count > 0) ways.Add(new(Feedback, Phrases["training.give-feedback"]));
        return ways;
    }

    /// <summary>True where a wish that others' words make too is one of this person.</summary>
    /// <param name="isOther">The words lead somewhere else as well.</param>
    public async Task<bool> IsWishAsync(TrainingWish wish, string person, bool isOther, CancellationToken cancel) => wish.Verb switch
    {
        TrainingVerb.CheckIn => wish.IsSure || (await sessions.TodayAsync(person, Phrases.Language, cancel)).Count > 0,
        TrainingVerb.Roster => wish.IsSure || (await sessions.RostersAsync(person, "", Phrases.Language, cancel)).Count > 0,
        TrainingVerb.LetIn => (await ToLetInAsync(person, cancel)).Count > 0,
        TrainingVerb.Feedback => (await sessions.FeedbackAsync(person, wish.Words, Phrases.Language, cancel)).Count > 0 || (wish.IsSure && !isOther),
        _ => false,
    };

    /// <param name="form">What came back from the inputs of a card; null for words, or a button alone.</param>
    public Task<TrainingPage> OfAsync(TrainingWish wish, string person, CardAnswer? form, CancellationToken cancel) => wish.Verb switch
    {
        TrainingVerb.CheckIn => CheckInAsync(person, wish.Words, cancel),
        TrainingVerb.Roster => RostersAsync(person, wish.Words, cancel),
        TrainingVerb.LetIn => LetInAsync(person, wish.Words, cancel),
        TrainingVerb.Feedback => FeedbackAsync(person, wish.Words, cancel),
        _ => ChooseAsync(person, wish.Words.Split('~'), form, cancel),
    };

    private Task<TrainingPage> ChooseAsync(string person, string[] choice, CardAnswer? form, CancellationToken cancel) => choice switch
    {
        [CheckIn, .. var code] => CheckInAsync(person, string.Join(' ', code), cancel),
        [Rosters] => RostersAsync(person, "", cancel),
        [See or Refresh, var id] when Id(id) is { } session => RosterAsync(person, session, isUpdate: choice[0] == Refresh, cancel),
        [LetIn, var id] when Id(id) is { } session => RosterAsync(person, session, isUpdate: true, cancel),
        [LetIn, var id, var who] when Id(id) is { } session => LetInAsync(person, session, who, cancel),
        [Feedback, var id] when Id(id) is { } session => FormAsync(person, session, cancel),
        [Send, var id, var moment] when Id(id) is { } session && Enum.TryParse<FeedbackPart>(moment, out var part) => SendAsync(person, session, part, form?.Inputs ?? new Dictionary<string, string>(), cancel),
        _ => FeedbackAsync(person, "", cancel),
    };

    private async Task<TrainingPage> CheckInAsync(string person, string typed, CancellationToken cancel)
    {
        var code = Folded(typed);
        if (code.Length > 0)
        {
            var answer = await sessions.CheckInAsync(person, code, Phrases.Language, cancel);
            return answer.Outcome == TrainingOutcome.WrongCode ? await CodeAsync(person, _words.Of(answer), cancel) : Told(_words.Of(answer), answer.Date);
        }

        var today = await sessions.TodayAsync(person, Phrases.Language, cancel);
        if (today.Any(t => t.State == CheckInState.Open)) return Code(today, null);
        // Nothing is open: what comes next says more than what is over.
        if ((today.FirstOrDefault(t => t.State == CheckInState.NotYet) ?? today.FirstOrDefault(t => t.State == CheckInState.In) ?? (today.Count > 0 ? today[0] : null)) is not { } line) return Told(Phrases["training.none-today"], null);
        return Told(_words.Of(line.State switch
        {
            CheckInState.NotYet => new(TrainingOutcome.TooEarly, line.Date) { When = line.Opens },
            CheckInState.In => new(TrainingOutcome.CheckedIn, line.Date),
            _ => new TrainingAnswer(TrainingOutcome.TooLate, line.Date) { When = line.Closes },
        }), line.Date);
    }

    private async Task<TrainingPage> CodeAsync(string person, string fault, CancellationToken cancel) => Code(await sessions.TodayAsync(person, Phrases.Language, cancel), fault);

    private TrainingPage.Code Code(IReadOnlyList<CheckInLine> today, string? fault)
    {
        List<CheckInLine> open = [.. today.Where(t => t.State == CheckInState.Open)];
        string?[] parts = [fault, Phrases["training.code-ask"], open.Count == 0 ? null : string.Join("\n", open.Select(t => $"- **{t.Date.Title}**: {_texts.When(t.Date)}"))];
        return new(string.Join("\n\n", parts.OfType<string>()), fault, open);
    }

    private async Task<TrainingPage> RostersAsync(string person, string words, CancellationToken cancel)
    {
        var all = words.Length > 0 && await sessions.RostersAsync(person, words, Phrases.Language, cancel) is { Count: > 0 } named ? named : await sessions.RostersAsync(person, "", Phrases.Language, cancel);
        if (all.Count == 0) return NoRoster();
        if (all.Count == 1) return await RosterAsync(person, all[0].Date.Id, isUpdate: false, cancel);
        var shown = all.Take(MostSessions).ToList();
        var more = all.Count > shown.Count ? Phrases.Say("training.rosters-more", ("count", (all.Count - shown.Count).ToString(CultureInfo.InvariantCulture))) : null;
        var text = Phrases["training.rosters"] + "\n\n" + string.Join("\n", shown.Select((r, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. **{r.Date.Title}**: {_texts.When(r.Date)}. {_texts.CountsOf(r)}"))) + (more is null ? "" : $"\n\n{more}");
        return new TrainingPage.Rosters(text, [.. shown.Select(r => new TrainingOption($"{See}~{r.Date.Id:N}", $"{r.Date.Title}, {_words.Moment(r.Date.Starts)}"))], shown, more);
    }

    private async Task<TrainingPage> RosterAsync(string person, Guid session, bool isUpdate, CancellationToken cancel) =>
        await sessions.RosterAsync(person, session, Phrases.Language, cancel) is { } roster ? Roster(roster, null, isUpdate) : NoRoster();

    private TrainingPage.Roster Roster(RosterSheet roster, string? note, bool isUpdate) => new(_texts.Of(roster, note), roster, note, isUpdate)
    {
        Ways = [new($"{Refresh}~{roster.Line.Date.Id:N}", Phrases["training.refresh"]), new(Rosters, Phrases["training.to-rosters"])],
    };

    private async Task<TrainingPage> LetInAsync(string person, Guid session, string who, CancellationToken cancel) =>
        await sessions.LetInAsync(person, session, who, Phrases.Language, cancel) is { } answer ? Roster(answer.Roster, _texts.Of(answer), isUpdate: true) : NoRoster();

    private async Task<TrainingPage> LetInAsync(string person, string name, CancellationToken cancel)
    {
        var waiting = await ToLetInAsync(person, cancel);
        List<TrainingOption> options = [.. waiting.SelectMany(r => r.NotHere.Where(p => p.Name.Length > 0).Select(p => new TrainingOption($"{LetIn}~{r.Line.Date.Id:N}~{p.Id}", p.Name)))];
        if (ChoiceIn(name, options) is { } choice) return await ChooseAsync(person, choice.Split('~'), null, cancel);
        return Told(Phrases[options.Count == 0 ? "training.all-here" : "training.let-in-who"], null);
    }

    private async Task<IReadOnlyList<RosterSheet>> ToLetInAsync(string person, CancellationToken cancel)
    {
        List<RosterSheet> waiting = [];
        foreach (var entry in await sessions.RostersAsync(person, "", Phrases.Language, cancel))
            if (await sessions.RosterAsync(person, entry.Date.Id, Phrases.Language, cancel) is { MayLetIn: true } roster) waiting.Add(roster);
        return waiting;
    }

    private async Task<TrainingPage> FeedbackAsync(string person, string words, CancellationToken cancel)
    {
        var open = words.Length > 0 && await sessions.FeedbackAsync(person, words, Phrases.Language, cancel) is { Count: > 0 } named ? named : await sessions.FeedbackAsync(person, "", Phrases.Language, cancel);
        return open.Count switch
        {
            0 => Told(Phrases["training.feedback-none"], null),
            1 => await FormAsync(person, open[0].Date.Id, cancel),
            _ => Which(Phrases["training.feedback-which"], open.Take(MostSessions).Select(o => new TrainingOption($"{Feedback}~{o.Date.Id:N}", $"{o.Date.Title}, {_words.Moment(o.Date.Starts)}"))),
        };
    }

    private async Task<TrainingPage> FormAsync(string person, Guid session, CancellationToken cancel) =>
        await sessions.FeedbackFormAsync(person, session, Phrases.Language, cancel) is { } form ? new TrainingPage.Survey(_texts.OfFeedback(form), form) : Told(Phrases["training.feedback-over"], null);

    private async Task<TrainingPage> SendAsync(string person, Guid session, FeedbackPart moment, IReadOnlyDictionary<string, string> inputs, CancellationToken cancel)
    {
        var answers = inputs.Where(i => i.Key.StartsWith(ItemPrefix, StringComparison.Ordinal))
            .ToDictionary(i => i.Key[ItemPrefix.Length..], i => int.TryParse(i.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0);
        var sent = await sessions.SendFeedbackAsync(person, session, moment, new PersonText(inputs.GetValueOrDefault(Word) ?? ""), answers, cancel);
        return new TrainingPage.Sent(
            sent switch
            {
                FeedbackSent.Kept => moment == FeedbackPart.Later ? Phrases["training.feedback-thanks"] : $"{Phrases["training.feedback-thanks"]} {Phrases["training.feedback-remember"]}",
                FeedbackSent.WordNeeded => Phrases["training.feedback-word-needed"],
                FeedbackSent.NothingPicked => Phrases["training.feedback-empty"],
                _ => Phrases["training.feedback-over"],
            },
            sent);
    }

    // One sentence for what is not there and for what is not theirs to see.
    private TrainingPage.Told NoRoster() => Told(Phrases["training.roster-none"], null);

    private TrainingPage.Told Told(string text, DateLine? date) => new(text, date) { Ways = [new(TrainingPages.Mine, Phrases["training.to-mine"])] };

    private static TrainingPage.Which Which(string text, IEnumerable<TrainingOption> options) => TrainingPages.Which(text, options);

    // Whole words of one name alone: a guess would put somebody on record who is not there.
    private static string? ChoiceIn(string name, IReadOnlyList<TrainingOption> options)
    {
        var typed = Folded(name).Split(' ');
        var whole = options.Where(o => Folded(o.Label) == Folded(name)).ToList();
        var meant = whole.Count > 0 ? whole : [.. options.Where(o => typed.All(Folded(o.Label).Split(' ').Contains))];
        return meant.Count == 1 ? meant[0].Choice : null;
    }

    private static string Folded(string typed) => Understanding.TextNormaliser.Plain(typed);

    private static Guid? Id(string text) => TrainingPages.Id(text);
}
