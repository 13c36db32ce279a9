using SupportBot.Bot.Channels.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;

namespace SupportBot.Bot.Channels.StaffConsole;

/// <summary>
/// The console as a channel (docs/decisions/0029): each act of a page is a turn of a conversation of whoever is signed in, and a page is drawn from what that conversation
/// says is open. What may be begun, taken or handed over is decided by the dialogs, as in Teams.
/// </summary>
public sealed class ConsoleSteps(ConsoleTurns turns, PageTalks talks, TeamsRuns teams, StaffChats chats, ICaseBook cases, CaseSight sight, Phrasebook book, District district, ILogger<ConsoleSteps> log) : IStaffSteps
{
    public async Task<StepsHome> HomeAsync(string personId, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person) return new StepsHome([], null, [], 0);
        List<OpenSteps> here = [];
        var free = 0;
        foreach (var place in ConsolePlaces.All)
        {
            var talk = await talks.LookAsync(ConsolePlaces.Of(personId, place), cancel);
            if (talk.Run is { } run) here.Add(await OpenOfAsync(person, place, run, talk.Language, cancel));
            else if (free == 0) free = place;
        }

        var chat = await teams.LookAsync(person, cancel);
        var language = await chats.LanguageAsync(personId, cancel);
        return new StepsHome(
            here, chat?.Run is { } there ? await OpenOfAsync(person, 0, there, chat.Language, cancel) : null,
            [.. talks.MayBegin(personId, language).Select(p => new StepsOffer(p.Id, p.Title, book.In(language).Language))], free);
    }

    public async Task<StepsNow?> LookAsync(string personId, int place, CancellationToken cancel)
    {
        if (!ConsolePlaces.IsOne(place) || district.Person(personId) is not { } person) return new StepsNow(place, Phrasebook.Base, []);
        try
        {
            var talk = await talks.LookAsync(ConsolePlaces.Of(personId, place), cancel);
            return NowOf(place, talk) with { MaySeeCase = await MaySeeAsync(person, talk.Run?.CaseNumber, cancel) };
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    public Task<StepsTurn> BeginAsync(string personId, string protocolId, int place, string key, CancellationToken cancel) => InFreeAsync(
        personId, place, key, "begin",
        person => talks.MayBegin(person.Id, null).All(p => p.Id != protocolId) ? null : free => turns.RunAsync(person, free, key, PagePress.Begin(protocolId), null, cancel), cancel);

    public Task<StepsTurn> GoOnAsync(string personId, string caseNumber, int place, string key, CancellationToken cancel) => InFreeAsync(
        personId, place, key, "go-on",
        person => CaseNumber.Read(caseNumber) is not { } number ? null : free => turns.RunAsync(person, free, key, null, GoOnWords.For(number), cancel), cancel);

    public async Task<StepsTurn> FetchAsync(string personId, int place, string key, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person) return new(StepsOutcome.Refused, 0, []);
        try
        {
            if (await TakenBeforeAsync(personId, place, key, cancel)) return new(StepsOutcome.Repeated, place, []);
            if (await FreeAsync(personId, place, cancel) == 0) return new(StepsOutcome.NoPlace, 0, []);
            var (number, answer) = await teams.ReleaseAsync(person, ConsoleTurns.IdOf(personId, place, key), cancel);
            if (answer?.Kind == TurnKind.NotSaved) return new(StepsOutcome.NotSaved, 0, Texts(answer));
            // From here on they wait in their case, whatever happens.
            return number is null ? new(StepsOutcome.Refused, 0, []) : await GoOnAsync(personId, number, place, key, cancel);
        }
        catch (StoreUnavailableException)
        {
            return new(StepsOutcome.NotSaved, 0, []);
        }
    }

    public async Task<StepsTurn> AnswerAsync(string personId, int place, StepsInput input, string key, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person || !ConsolePlaces.IsOne(place)) return new(StepsOutcome.Refused, 0, []);
        try
        {
            if (await TakenBeforeAsync(personId, place, key, cancel)) return new(StepsOutcome.Repeated, place, []);
            if (PressOf(input, (await talks.LookAsync(ConsolePlaces.Of(personId, place), cancel)).Run) is not { } press) return new(StepsOutcome.Over, place, []);
            var answer = await turns.RunAsync(person, place, key, press, null, cancel);
            var outcome = answer switch
            {
                { Kind: TurnKind.NotSaved } => StepsOutcome.NotSaved,
                { Kind: TurnKind.Repeated } => StepsOutcome.Repeated,
                { PressWasOver: true } => StepsOutcome.Over,
                _ => StepsOutcome.Done,
            };
            log.StepsAct("answer", personId, outcome);
            return new(outcome, place, Texts(answer)) { Faults = answer.Faults };
        }
        catch (StoreUnavailableException)
        {
            return new(StepsOutcome.NotSaved, place, []);
        }
    }

    /// <summary>Runs something that begins a run, in the place that was asked for or the first that is free. Sent twice it is found in the place it was sent to.</summary>
    private async Task<StepsTurn> InFreeAsync(string personId, int place, string key, string act, Func<Person, Func<int, Task<TurnAnswer>>?> actOf, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person || actOf(person) is not { } run) return new(StepsOutcome.Refused, 0, []);
        try
        {
            foreach (var tried in ConsolePlaces.All)
                if (await TakenBeforeAsync(personId, tried, key, cancel)) return new(StepsOutcome.Repeated, tried, []);
            if (await FreeAsync(personId, place, cancel) is not (> 0 and var free)) return new(StepsOutcome.NoPlace, 0, []);
            var answer = await run(free);
            var isOpen = answer.Kind != TurnKind.NotSaved && (await talks.LookAsync(ConsolePlaces.Of(personId, free), cancel)).Run is not null;
            var outcome = answer.Kind switch
            {
                TurnKind.NotSaved => StepsOutcome.NotSaved,
                TurnKind.Repeated => StepsOutcome.Repeated,
                _ => isOpen ? StepsOutcome.Done : StepsOutcome.Refused,
            };
            log.StepsAct(act, personId, outcome);
            return new(outcome, free, Texts(answer));
        }
        catch (StoreUnavailableException)
        {
            return new(StepsOutcome.NotSaved, 0, []);
        }
    }

    private async Task<bool> TakenBeforeAsync(string personId, int place, string key, CancellationToken cancel) =>
        ConsolePlaces.IsOne(place) && (await talks.LookAsync(ConsolePlaces.Of(personId, place), cancel)).Taken.Contains(ConsoleTurns.IdOf(personId, place, key));

    private async Task<int> FreeAsync(string personId, int asked, CancellationToken cancel)
    {
        foreach (var place in ConsolePlaces.All.OrderByDescending(p => p == asked))
            if ((await talks.LookAsync(ConsolePlaces.Of(personId, place), cancel)).Run is null) return place;
        return 0;
    }

    private Dictionary<string, string>? PressOf(StepsInput input, PageRun? run) => input.Button switch
    {
        StepsInput.Answer => PagePress.Answer(input.Token, input.Entries.ToDictionary(e => EntryOf(e.Key, run), e => e.Value)),
        StepsInput.Back => PagePress.Back(input.Token),
        StepsInput.Skip => PagePress.Skip(input.Token),
        StepsInput.Change => PagePress.Change(input.Token),
        StepsInput.Pass => PagePress.Pass(input.Token),
        StepsInput.Stop => PagePress.Stop(input.Token.Length == 0 ? null : input.Token),
        _ when After(input.Button, StepsInput.Choose) is { } choice => PagePress.Choose(input.Token, choice, input.Entries),
        _ when After(input.Button, StepsInput.Speak) is { } language => book.Known(language) is { } known ? PagePress.Speak(known) : null,
        _ when After(input.Button, StepsInput.Offer) is { } title && run?.Question?.Token == input.Token => run.Buttons.FirstOrDefault(b => b.Title == title) is { } offered ? new(offered.Press) : null,
        _ => null,
    };

    // The only field of a question goes by another name in what is sent.
    private static string EntryOf(string field, PageRun? run) => run?.Question is { Verb: "ask" } question && question.Fields[0].Name == field ? "answer" : field;

    private static string? After(string button, string start) => button.StartsWith(start, StringComparison.Ordinal) ? button[start.Length..] : null;

    private static List<string> Texts(TurnAnswer answer) => [.. answer.Replies.Select(r => r.Text).Where(t => !string.IsNullOrWhiteSpace(t))];

    private async Task<OpenSteps> OpenOfAsync(Person person, int place, PageRun run, string language, CancellationToken cancel) =>
        new(place, run.Title, language, run.CaseNumber, run.SchoolId, run.Due, run.CanPass) { MaySeeCase = await MaySeeAsync(person, run.CaseNumber, cancel) };

    private async Task<bool> MaySeeAsync(Person person, string? caseNumber, CancellationToken cancel) =>
        caseNumber is not null && await cases.FindByNumberAsync(caseNumber, cancel) is { } @case && sight.See(person, @case) is not null;

    private StepsNow NowOf(int place, PageTalk talk)
    {
        var now = new StepsNow(place, talk.Language, [.. talk.Lines.Select(l => new StepsLine(l.Text, l.IsNew, l.IsLast))]);
        return talk.Run is not { } run ? now : now with
        {
            IsOpen = true,
            Title = run.Title,
            Question = run.Question,
            CaseNumber = run.CaseNumber,
            SchoolId = run.SchoolId,
            Due = run.Due,
            GoesOnAt = run.GoesOnAt,
            Role = run.Role,
            TakesTwo = run.TakesTwo,
            SaidDoneBy = run.SaidDoneBy,
            CanPass = run.CanPass,
            CanChange = run.CanChange,
            Filled = run.Filled,
            Answers = [.. run.Answers.Select(a => new StepsAnswer(a.Field, a.Label, a.Words))],
            Skipped = run.Skipped,
            Offers = [.. run.Buttons.Select(b => b.Title)],
            Beneath = run.Beneath,
            Languages = [.. book.All.Where(p => p.HasStaffWords && p.Language != talk.Language).Select(p => (p.Language, p.Name))],
        };
    }
}
