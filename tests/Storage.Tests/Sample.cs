using System.Text;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>Turns and cases as the other rooms would make them.</summary>
internal static class Sample
{
    public static readonly CasePlan Plan = new()
    {
        Kind = "bullying",
        Title = "Bullying report",
        Sees = ["counselor"],
        States =
        [
            new StatePlan("received", "Received", ["review", "closed"], [], ReporterStatus.Received),
            new StatePlan("review", "Being reviewed", ["closed"], [], ReporterStatus.BeingReviewed),
            new StatePlan("closed", "Closed", [], [], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks = [new TaskPlan { Id = "call-home", Title = "Call home", Owner = "counselor", Opens = "received", Due = Span.Hours(2) }],
    };

    public static CaseMoment Moment(DateTimeOffset now, Actor actor) => new(actor, now, Plan, new EveryMinute(), () => Guid.NewGuid().ToString("N"));

    public static ConversationKey Conversation(string id = "c1") => new("webchat", id);

    public static Lockbox Tab(byte seed = 7) => Lockbox.OfTab(Enumerable.Repeat(seed, 32).ToArray());

    public static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    public static TurnCommit Turn(DateTimeOffset now, string activity, int expected = 0, string conversation = "c1", Lockbox? lockbox = null, string state = "{}") => new()
    {
        Key = Conversation(conversation),
        Lockbox = lockbox ?? Tab(),
        ExpectedRevision = expected,
        DedupeKeys = [activity],
        State = Utf8(state),
        Replies = [Utf8("{\"text\":\"hello\"}"), Utf8("{\"text\":\"again\"}")],
        ExpiresAt = now.AddMinutes(30),
    };

    /// <summary>An anonymous bullying report with an urgent alert of two rungs.</summary>
    public static CaseStep Report(DateTimeOffset now, string words = "someone pushes me", IReadOnlyList<string>? excluded = null, string school = "north", Severity severity = Severity.Urgent)
    {
        var id = Guid.NewGuid();
        var moment = Moment(now, Actor.Reporter);
        var opening = new CaseOpening(id, CaseNumber.From(id.ToByteArray()), "bullying-report@1", ["start", "what"], severity, school, "OR", true, "en", excluded ?? []);
        var opened = CaseEngine.Open(opening, moment);
        var written = opened.Then(CaseEngine.Write(opened.Case, [WordsOf(id, words, WordsKind.Report, Actor.Reporter, now)]));
        return written.Then(CaseEngine.Raise(written.Case, severity, [new Rung("counselor", Span.Minutes(5)), new Rung("principal", Span.Minutes(10))], now, moment));
    }

    public static Words WordsOf(Guid caseId, string text, WordsKind kind, Actor author, DateTimeOffset at) =>
        new(Guid.NewGuid(), caseId, kind, "what", "What happened?", author, at, new PersonText(text));

    /// <summary>Opens a case in a conversation of its own.</summary>
    public static async Task<(Case Case, CaseKey Key, ReceiptCode Code)> OpenCaseAsync(this OpenedStore opened, string words = "someone pushes me", IReadOnlyList<string>? excluded = null, string school = "north", Severity severity = Severity.Urgent)
    {
        var (step, key, code) = (Report(opened.Now, words, excluded, school, severity), CaseKey.New(), ReceiptCode.New());
        var turn = Turn(opened.Now, "a1", conversation: Guid.NewGuid().ToString("N")) with { Cases = [new CaseCommit(step, 0, key, code)] };
        var result = await opened.Turns.CommitAsync(turn, CancellationToken.None);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        return ((await opened.Turns.FindCaseAsync(step.Case.Id, CancellationToken.None))!, key, code);
    }

    private sealed class EveryMinute : ICaseCalendar
    {
        public DateTimeOffset Add(DateTimeOffset from, Span span) => span.Unit switch
        {
            SpanUnit.Minutes => from.AddMinutes(span.Amount),
            SpanUnit.Hours => from.AddHours(span.Amount),
            _ => from.AddDays(span.Amount * (span.Unit == SpanUnit.Weeks ? 7 : 1)),
        };
    }
}
