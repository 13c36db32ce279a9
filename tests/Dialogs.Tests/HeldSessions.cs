using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Dialogs.Tests;

/// <summary>Two sessions of today in memory: one person sits in the first, one leads both. The code on the wall is 123456.</summary>
internal sealed class HeldSessions : ISessions, ITrainings
{
    public const string Facilitator = "dev-patel", Guest = "maya-okafor", Code = "123456";

    public static readonly DateLine Trauma = new(Guid.Parse("11111111-0000-0000-0000-000000000001"), "trauma", "Trauma", new DateTime(2026, 11, 16, 10, 15, 0), new DateTime(2026, 11, 16, 12, 15, 0), "Library *1*", false, ["Dev Patel"]);
    public static readonly DateLine Circles = Trauma with { Id = Guid.Parse("11111111-0000-0000-0000-000000000002"), CourseId = "circles", Title = "Circles", Starts = Trauma.Starts.AddDays(3), Ends = Trauma.Ends.AddDays(3) };

    public CheckInState State { get; set; } = CheckInState.Open;

    public int Tries { get; private set; }

    public List<RosterPerson> Here { get; } = [];

    public List<RosterPerson> NotHere { get; } = [new("maya-okafor", "Maya Okafor"), new("linh-tran", "Linh *Tran*")];

    /// <summary>Sessions whose roster the facilitator sees.</summary>
    public List<DateLine> Led { get; } = [Trauma];

    public List<FeedbackLine> Open { get; } = [];

    /// <summary>What was kept: nothing says whose.</summary>
    public List<(Guid Session, FeedbackPart Moment, string Word, IReadOnlyDictionary<string, int> Answers)> Kept { get; } = [];

    public Uri? Page { get; set; }

    public bool AreOffered => true;

    public Task<IReadOnlyList<CheckInLine>> TodayAsync(string personId, string language, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CheckInLine>>(personId == Guest ? [new(Trauma, State, Trauma.Starts.AddMinutes(-15), Trauma.Starts.AddMinutes(15))] : []);

    public Task<TrainingAnswer> CheckInAsync(string personId, string code, string language, CancellationToken cancel)
    {
        Tries++;
        if (personId != Guest) return Task.FromResult(new TrainingAnswer(TrainingOutcome.NoneToday, null));
        if (code.Replace(" ", "", StringComparison.Ordinal) != Code) return Task.FromResult(new TrainingAnswer(TrainingOutcome.WrongCode, null));
        State = CheckInState.In;
        return Task.FromResult(new TrainingAnswer(TrainingOutcome.CheckedIn, Trauma));
    }

    public Task<IReadOnlyList<RosterLine>> RostersAsync(string personId, string words, string language, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<RosterLine>>(personId == Facilitator ? [.. Led.Where(d => Is(d, words)).Select(d => new RosterLine(d, 20, 2, 1))] : []);

    public Task<RosterSheet?> RosterAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => Task.FromResult(Of(personId, sessionId));

    public Task<LetInAnswer?> LetInAsync(string personId, Guid sessionId, string whoId, string language, CancellationToken cancel)
    {
        if (Of(personId, sessionId) is null) return Task.FromResult<LetInAnswer?>(null);
        var who = NotHere.Find(p => p.Id == whoId);
        if (who is not null)
        {
            NotHere.Remove(who);
            Here.Add(who);
        }

        var there = who ?? Here.Find(p => p.Id == whoId);
        return Task.FromResult<LetInAnswer?>(new(there?.Name ?? "", new TrainingAnswer(there is null ? TrainingOutcome.NotOn : TrainingOutcome.CheckedIn, Trauma), Of(personId, sessionId)!));
    }

    public Task<IReadOnlyList<FeedbackLine>> FeedbackAsync(string personId, string words, string language, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FeedbackLine>>(personId == Guest ? [.. Open.Where(o => Is(o.Date, words))] : []);

    public Task<FeedbackForm?> FeedbackFormAsync(string personId, Guid sessionId, string language, CancellationToken cancel) =>
        Task.FromResult(personId == Guest && Open.Find(o => o.Date.Id == sessionId) is { } open ? new FeedbackForm(open, [new("a1", "I know the signs."), new("e1", "I can stay calm.")], Page) : null);

    public Task<FeedbackSent> SendFeedbackAsync(string personId, Guid sessionId, FeedbackPart moment, PersonText word, IReadOnlyDictionary<string, int> answers, CancellationToken cancel)
    {
        if (personId != Guest || !Open.Exists(o => o.Date.Id == sessionId && o.Moment == moment)) return Task.FromResult(FeedbackSent.NotOpen);
        if (word.Reveal().Length < 6) return Task.FromResult(FeedbackSent.WordNeeded);
        if (answers.Count == 0) return Task.FromResult(FeedbackSent.NothingPicked);
        Kept.Add((sessionId, moment, word.Reveal(), answers));
        return Task.FromResult(FeedbackSent.Kept);
    }

    public Task<MyLines> MineAsync(string personId, string language, CancellationToken cancel) => Task.FromResult(new MyLines(personId == Guest ? [new MyLine(Trauma, SeatKind.Seat, null, null)] : [], []));

    public Task<IReadOnlyList<CourseLine>> CoursesAsync(string personId, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CourseLine>>([]);

    public Task<IReadOnlyList<CourseLine>> FindAsync(string personId, string words, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CourseLine>>([]);

    public Task<TrainingAnswer> SignUpAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => throw new NotSupportedException();

    public Task<TrainingAnswer> CancelAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => throw new NotSupportedException();

    public Task<TrainingAnswer> AcceptAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => throw new NotSupportedException();

    public Task<TrainingAnswer> DeclineAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => throw new NotSupportedException();

    public Task<TrainingAnswer> SwapAsync(string personId, Guid fromId, Guid toId, string language, CancellationToken cancel) => throw new NotSupportedException();

    private RosterSheet? Of(string personId, Guid sessionId) =>
        personId == Facilitator && Led.Find(d => d.Id == sessionId) is { } date ? new RosterSheet(new RosterLine(date, 20, 2, 1), [.. Here], [.. NotHere], MayLetIn: date.Id == Trauma.Id, IsClosed: false, Page) : null;

    private static bool Is(DateLine date, string words) => words.Length == 0 || words.Contains(date.CourseId, StringComparison.OrdinalIgnoreCase);
}
