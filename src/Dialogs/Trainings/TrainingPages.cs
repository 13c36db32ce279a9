using System.Globalization;

namespace SupportBot.Dialogs;

/// <summary>Turns a wish of one person into what is said to it. Everything that changes something is a commit of its own behind <see cref="ITrainings"/>.</summary>
internal sealed class TrainingPages(DialogContent content, ITrainings trainings, ISessions sessions)
{
    // What a button carries before its first "~".
    public const string All = "all", Mine = "mine", Keep = "keep", Course = "course", Take = "take", SignUp = "sign-up", Cancel = "cancel", Accept = "accept", Decline = "decline", Swap = "swap";

    /// <summary>More are no list that anybody reads in a chat.</summary>
    private const int Most = 12;

    private const int MostWays = 4;

    private readonly TrainingWords _words = new(content);
    private readonly SessionPages _sessions = new(content, sessions);

    private Phrases Phrases => content.Phrases;

    /// <summary>True for a choice that changes something: its button works once.</summary>
    public static bool Changes(string choice) => choice.Split('~') is [SignUp or Cancel or Accept or Decline or Take, ..] or [Swap, _, _] || SessionPages.BringsFeedback(choice);

    /// <summary>True where what is said around sessions of others' things is a wish of this person.</summary>
    /// <param name="isOther">The words lead somewhere else as well.</param>
    public Task<bool> IsWishAsync(TrainingWish wish, string person, bool isOther, CancellationToken cancel) => _sessions.IsWishAsync(wish, person, isOther, cancel);

    /// <param name="form">What came back from the inputs of a card; null for words, or a button alone.</param>
    public Task<TrainingPage> OfAsync(TrainingWish wish, string person, CardAnswer? form, CancellationToken cancel) => wish.Verb switch
    {
        _ when wish.IsOfSessions || (wish.Verb == TrainingVerb.Choose && SessionPages.Has(wish.Words)) => _sessions.OfAsync(wish, person, form, cancel),
        TrainingVerb.Mine => MineAsync(person, cancel),
        TrainingVerb.Show => FindAsync(person, wish.Words, direct: false, cancel),
        TrainingVerb.SignUp => FindAsync(person, wish.Words, direct: true, cancel),
        TrainingVerb.Cancel => GiveUpAsync(person, wish.Words, cancel),
        TrainingVerb.Swap => MoveAsync(person, wish.Words, cancel),
        TrainingVerb.Accept => AnswerAsync(person, wish.Words, Accept, cancel),
        TrainingVerb.Decline => AnswerAsync(person, wish.Words, Decline, cancel),
        TrainingVerb.Choose => ChooseAsync(person, wish.Words.Split('~'), cancel),
        _ => AllAsync(person, null, cancel),
    };

    private Task<TrainingPage> ChooseAsync(string person, string[] choice, CancellationToken cancel) => choice switch
    {
        [Mine] => MineAsync(person, cancel),
        [Keep] => Task.FromResult<TrainingPage>(Told(Phrases["training.kept"], null)),
        [Course, var id] => CourseAsync(person, id, direct: false, cancel),
        [Take, var id] => CourseAsync(person, id, direct: true, cancel),
        [SignUp, var id] when Id(id) is { } date => ToldAsync(trainings.SignUpAsync(person, date, Phrases.Language, cancel)),
        [Cancel, var id] when Id(id) is { } date => ToldAsync(trainings.CancelAsync(person, date, Phrases.Language, cancel)),
        [Accept, var id] when Id(id) is { } date => ToldAsync(trainings.AcceptAsync(person, date, Phrases.Language, cancel)),
        [Decline, var id] when Id(id) is { } date => ToldAsync(trainings.DeclineAsync(person, date, Phrases.Language, cancel)),
        [Swap, var id] when Id(id) is { } date => OthersAsync(person, date, cancel),
        [Swap, var from, var to] when Id(from) is { } had && Id(to) is { } wanted => ToldAsync(trainings.SwapAsync(person, had, wanted, Phrases.Language, cancel)),
        _ => AllAsync(person, null, cancel),
    };

    private async Task<TrainingPage> AllAsync(string person, string? note, CancellationToken cancel)
    {
        var all = await trainings.CoursesAsync(person, Phrases.Language, cancel);
        var dated = all.Where(c => c.Dates.Count > 0).Take(Most).ToList();
        List<string> parts = note is null ? [] : [note];
        parts.Add(Phrases[dated.Count == 0 ? "training.list-none" : "training.list"]);
        if (dated.Count > 0)
        {
            parts.Add(string.Join("\n", dated.Select((c, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. **{c.Title}**{Asked(c)}. {_words.DateOf(c.Dates[0])}"))));
            parts.Add(Phrases["training.how"]);
        }

        if (all.Count(c => c.Dates.Count == 0 && !c.IsAlone) is > 0 and var more) parts.Add(Phrases.Say("training.more", ("count", more.ToString(CultureInfo.InvariantCulture))));
        return new TrainingPage.Courses(string.Join("\n\n", parts), [.. dated.Select(c => new TrainingOption($"{Course}~{c.Id}", c.Title))], note, all) { Ways = [Way(Mine)] };
    }

    private string Asked(CourseLine course) => course.IsAsked ? $" ({Phrases["training.asked"]})" : "";

    private async Task<TrainingPage> FindAsync(string person, string words, bool direct, CancellationToken cancel)
    {
        var found = words.Length == 0 ? [] : await trainings.FindAsync(person, words, Phrases.Language, cancel);
        return found.Count switch
        {
            0 => await AllAsync(person, direct && words.Length > 0 ? Phrases["training.unknown"] : null, cancel),
            1 => await CourseAsync(person, found[0], direct, cancel),
            _ => Which(Phrases["training.which-course"], found.Select(c => new TrainingOption($"{(direct ? Take : Course)}~{c.Id}", c.Title))),
        };
    }

    private async Task<TrainingPage> CourseAsync(string person, string id, bool direct, CancellationToken cancel) =>
        (await trainings.CoursesAsync(person, Phrases.Language, cancel)).FirstOrDefault(c => c.Id == id) is { } course
            ? await CourseAsync(person, course, direct, cancel)
            : await AllAsync(person, Phrases["training.unknown"], cancel);

    // Whoever asks for a course that is held once means that time.
    private async Task<TrainingPage> CourseAsync(string person, CourseLine course, bool direct, CancellationToken cancel)
    {
        if (course.Dates.Count == 0) return Told(Phrases.Say(course.IsAlone ? "training.alone" : "training.no-date", ("name", course.Title)), null);
        var open = course.Dates.Where(d => d.Window == SignUpWindow.Open).Take(Most).ToList();
        if (direct && open.Count == 1) return await ToldAsync(trainings.SignUpAsync(person, open[0].Id, Phrases.Language, cancel));
        if (open.Count == 0) return Told(_words.Of(NotOpen(course.Dates[0])), course.Dates[0]);
        var text = $"**{course.Title}**\n\n{course.Summary}\n\n{Phrases.Say("training.which-date", ("name", course.Title))}\n\n"
            + string.Join("\n", open.Select((d, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {_words.DateOf(d)}")));
        return new TrainingPage.Dates(text, [.. open.Select(d => new TrainingOption($"{SignUp}~{d.Id:N}", Label(d)))], course) { Ways = [Way(All)] };
    }

    private static TrainingAnswer NotOpen(DateLine date) =>
        date.Window == SignUpWindow.NotYet ? new(TrainingOutcome.NotOpenYet, date) { When = date.OpensAt } : new(TrainingOutcome.SignUpOver, date);

    private async Task<TrainingPage> MineAsync(string person, CancellationToken cancel)
    {
        var mine = await trainings.MineAsync(person, Phrases.Language, cancel);
        var held = mine.Dates.Where(m => m.Kind == SeatKind.Offered).ToList();
        List<TrainingOption> ways = held.Count == 1 ? [new($"{Accept}~{held[0].Date.Id:N}", Phrases["training.accept"]), new($"{Decline}~{held[0].Date.Id:N}", Phrases["training.decline"])] : [];
        // A card has six buttons at most, two of them its own, and all trainings can be asked for in a word.
        ways = [.. await _sessions.WaysAsync(person, cancel), .. ways, Way(All)];
        return new TrainingPage.Mine(_words.Mine(mine), mine) { Ways = [.. ways.Take(MostWays)] };
    }

    private async Task<TrainingPage> GiveUpAsync(string person, string words, CancellationToken cancel)
    {
        var (meant, named) = await MeantAsync(person, words, _ => true, cancel);
        if (meant.Count == 0) return Told(Phrases["training.mine-none"], null);
        if (meant.Count > 1) return Which(Phrases["training.cancel-which"], [.. meant.Select(m => new TrainingOption($"{Cancel}~{m.Date.Id:N}", Full(m.Date))), new(Keep, Phrases["training.keep"])]);
        var only = meant[0].Date;
        if (named) return await ToldAsync(trainings.CancelAsync(person, only.Id, Phrases.Language, cancel));
        return Which(_words.About("training.cancel-sure", only), [new($"{Cancel}~{only.Id:N}", Phrases["training.give-up"]), new(Keep, Phrases["training.keep"])]);
    }

    private async Task<TrainingPage> MoveAsync(string person, string words, CancellationToken cancel)
    {
        var (meant, _) = await MeantAsync(person, words, m => m.Kind != SeatKind.Offered, cancel);
        return meant.Count switch
        {
            0 => Told(Phrases["training.mine-none"], null),
            1 => await OthersAsync(person, meant[0].Date.Id, cancel),
            _ => Which(Phrases["training.swap-which"], [.. meant.Select(m => new TrainingOption($"{Swap}~{m.Date.Id:N}", Full(m.Date))), new(Keep, Phrases["training.keep"])]),
        };
    }

    private async Task<TrainingPage> OthersAsync(string person, Guid had, CancellationToken cancel)
    {
        if ((await trainings.MineAsync(person, Phrases.Language, cancel)).Dates.FirstOrDefault(m => m.Date.Id == had) is not { Date: var date }) return Told(Phrases["training.gone"], null);
        var course = (await trainings.CoursesAsync(person, Phrases.Language, cancel)).FirstOrDefault(c => c.Id == date.CourseId);
        var others = course?.Dates.Where(d => d.Id != had && d.HasSeat).Take(Most).ToList() ?? [];
        return others.Count == 0
            ? Told(_words.About("training.swap-none", date), date)
            : Which(_words.About("training.swap-to", date), [.. others.Select(d => new TrainingOption($"{Swap}~{had:N}~{d.Id:N}", Label(d))), new(Keep, Phrases["training.keep"])]);
    }

    private async Task<TrainingPage> AnswerAsync(string person, string words, string verb, CancellationToken cancel)
    {
        var (meant, _) = await MeantAsync(person, words, m => m.Kind == SeatKind.Offered, cancel);
        return meant.Count switch
        {
            0 => Told(Phrases["training.none-held"], null),
            1 => await ChooseAsync(person, [verb, meant[0].Date.Id.ToString("N")], cancel),
            _ => Which(Phrases[verb == Accept ? "training.accept-which" : "training.decline-which"], meant.Select(m => new TrainingOption($"{verb}~{m.Date.Id:N}", Full(m.Date)))),
        };
    }

    // Of what they have, what the words name; all of it where they name nothing of it.
    private async Task<(IReadOnlyList<MyLine> Meant, bool Named)> MeantAsync(string person, string words, Func<MyLine, bool> fits, CancellationToken cancel)
    {
        var mine = (await trainings.MineAsync(person, Phrases.Language, cancel)).Dates.Where(fits).ToList();
        if (mine.Count == 0 || words.Length == 0) return (mine, false);
        var found = (await trainings.FindAsync(person, words, Phrases.Language, cancel)).Select(c => c.Id).ToHashSet();
        var named = mine.Where(m => found.Contains(m.Date.CourseId)).ToList();
        return named.Count > 0 ? (named, true) : (mine, false);
    }

    private async Task<TrainingPage> ToldAsync(Task<TrainingAnswer> wish)
    {
        var answer = await wish;
        List<TrainingOption> ways = answer is { Outcome: TrainingOutcome.AlreadyOffered, Date: { } date }
            ? [new($"{Accept}~{date.Id:N}", Phrases["training.accept"]), new($"{Decline}~{date.Id:N}", Phrases["training.decline"])] : [];
        return new TrainingPage.Told(_words.Of(answer), answer.Date) { Ways = [.. ways, Way(Mine), Way(All)] };
    }

    private TrainingPage.Told Told(string text, DateLine? date) => new(text, date) { Ways = [Way(Mine), Way(All)] };

    /// <summary>A question with its answers numbered.</summary>
    internal static TrainingPage.Which Which(string text, IEnumerable<TrainingOption> options)
    {
        List<TrainingOption> all = [.. options];
        return new(text + "\n\n" + string.Join("\n", all.Select((o, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {o.Label}"))), all);
    }

    private TrainingOption Way(string to) => new(to, Phrases[to == Mine ? "training.to-mine" : "training.to-all"]);

    // On a button a place is read as it was typed.
    private string Label(DateLine date) => $"{_words.Moment(date.Starts)}{(date.Place.Length > 0 ? $", {date.Place}" : "")}";

    private string Full(DateLine date) => $"{date.Title}, {_words.Moment(date.Starts)}";

    internal static Guid? Id(string text) => Guid.TryParseExact(text, "N", out var id) ? id : null;
}
