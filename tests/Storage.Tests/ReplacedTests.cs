using System.Text;
using SupportBot.Cases;

namespace SupportBot.Storage.Tests;

/// <summary>Words that a family had replaced are erased in the commit that replaces them, or kept unseen while there is a legal hold.</summary>
public class ReplacedTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CasePlan Plan = Sample.Plan with
    {
        Tasks =
        [
            .. Sample.Plan.Tasks,
            new TaskPlan { Id = "packet", Title = "Packet", Owner = "counselor", Opens = "review", Form = [new("said", "text", "What?", true, [])] },
            new TaskPlan { Id = "packet-b", Title = "Another", Owner = "counselor", Opens = "review", Form = [new("said", "text", "What?", true, [])] },
            new TaskPlan { Id = "anew", Title = "Anew", Owner = "counselor", Opens = "review", Replaces = "packet", Form = [new("said", "text", "What?", true, [])] },
        ],
    };

    public static TheoryData<string> Databases() => OpenedStore.Databases();

    private static CaseMoment Moment(OpenedStore opened) => Sample.Moment(opened.Now, Actor.Staff("ana")) with { Plan = Plan };

    private static async Task<Case> DoAsync(OpenedStore opened, Guid id, Func<Case, CaseMoment, CaseResult> act)
    {
        var now = (await opened.Book.FindAsync(id, None))!;
        Assert.True(await opened.Book.CommitAsync(act(now, Moment(opened)).Step!, now.Revision, None));
        return (await opened.Book.FindAsync(id, None))!;
    }

    private static Task<Case> FinishAsync(OpenedStore opened, Guid id, string task, string words) => DoAsync(opened, id, (now, moment) =>
        CaseEngine.FinishTask(now, task, new Dictionary<string, string>(), [Sample.WordsOf(id, words, WordsKind.TaskAnswer, moment.Actor, opened.Now) with { About = $"{task}/said" }], moment));

    private static async Task<List<string>> ReadAsync(OpenedStore opened, Guid id)
    {
        var now = (await opened.Book.FindAsync(id, None))!;
        return [.. (await opened.Book.OpenWordsAsync(CaseEngine.Read(now, Moment(opened)), now.Revision, None))!.Select(w => w.Text.Reveal())];
    }

    private static async Task<Guid> WrittenAsync(OpenedStore opened)
    {
        var (@case, _, _) = await opened.OpenCaseAsync("the report");
        await DoAsync(opened, @case.Id, (now, moment) => CaseEngine.Move(now, "review", null, moment));
        await FinishAsync(opened, @case.Id, "packet", "struck out");
        await FinishAsync(opened, @case.Id, "packet-b", "stays too");
        return @case.Id;
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task They_are_gone_with_the_commit_and_all_the_rest_stays(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var id = await WrittenAsync(opened);
        var other = await WrittenAsync(opened);
        Assert.Equal(["the report", "struck out", "stays too"], await ReadAsync(opened, id));
        var after = await FinishAsync(opened, id, "anew", "written anew");
        Assert.Equal(["the report", "stays too", "written anew"], await ReadAsync(opened, id));
        Assert.Equal("anew", after.Tasks.Single(t => t.Id == "packet").ReplacedBy);
        Assert.Equal(3 + 3, await opened.ScalarAsync<long>("SELECT COUNT(*) FROM case_words"));
        Assert.Equal(["the report", "struck out", "stays too"], await ReadAsync(opened, other));
        Assert.Contains(await opened.Book.TimelineAsync(id, None), a => a is { Action: AuditAction.WordsErased, Subject: "packet" });
        Assert.Null(await opened.Chain.VerifyAsync(null, None));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_legal_hold_keeps_them_sealed_and_unseen_until_it_is_lifted(string database)
    {
        await using var opened = await OpenedStore.OpenAsync(database);
        var id = await WrittenAsync(opened);
        Words Why(string why) => Sample.WordsOf(id, why, WordsKind.Reason, Actor.Staff("ana"), opened.Now);
        await DoAsync(opened, id, (now, moment) => CaseEngine.Hold(now, Why("court"), moment));
        await FinishAsync(opened, id, "anew", "written anew");
        Assert.Equal(["the report", "stays too", "court", "written anew"], await ReadAsync(opened, id));
        Assert.Equal(5, await opened.ScalarAsync<long>("SELECT COUNT(*) FROM case_words"));
        await DoAsync(opened, id, (now, moment) => CaseEngine.LiftHold(now, Why("over"), moment));
        Assert.Equal(5, await opened.ScalarAsync<long>("SELECT COUNT(*) FROM case_words"));
        Assert.Equal(["the report", "stays too", "court", "written anew", "over"], await ReadAsync(opened, id));
    }

    [Fact]
    public async Task No_byte_of_them_is_left_in_the_file_or_its_journal()
    {
        await using var opened = await OpenedStore.OpenAsync("sqlite", new PlainSealing());
        var id = await WrittenAsync(opened);
        Assert.True(IsInFiles(opened, "struck out"));
        await FinishAsync(opened, id, "anew", "written anew");
        Assert.False(IsInFiles(opened, "struck out"));
        Assert.True(IsInFiles(opened, "written anew"));
    }

    private static bool IsInFiles(OpenedStore opened, string words) => System.IO.Directory.EnumerateFiles(opened.DatabaseFolder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    });
}
