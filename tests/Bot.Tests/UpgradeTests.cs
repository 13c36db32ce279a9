using SupportBot.Bot.Tests.Alerts;
using SupportBot.Protocols;

namespace SupportBot.Bot.Tests;

/// <summary>A deployment that drops the file people are in the middle of: the process ends, another begins on the same database with newer content.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const int Waiting = 100;

    private const string First = """
        format: 1
        id: small
        version: 1
        title: "Small"
        status: active
        effective: { from: "2026-09-01" }
        approved: { on: "2026-08-20", by: principal }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: principal
        starts-on: ["menu:more"]
        severity: standard
        language: en
        fallback: help
        steps:
          - id: one
            ask: "Old question one?"
            answer: one
            choices: { left: "Left", right: "Right" }
            timeout: { after: 300 minutes, go: help, source: "ours", status: district default }
          - id: removed-later
            ask: "Old question two?"
            answer: two
            choices: { left: "Left", right: "Right" }
            timeout: { after: 300 minutes, go: help, source: "ours", status: district default }
          - id: over
            say: "The old way ends."
          - id: ended
            end: done
          - id: help
            alert: counselor
            source: "ours"
            status: district default
            severity: urgent
            card: urgent-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
            next: ended
        case:
          kind: small
          title: "Small"
          sees: [counselor]
          states: [open, closed]
          outcomes: { done: "Done" }
          keep: { after: closed, for: 5 years, then: shred, source: "ours", status: district default }

        """;

    private static readonly string Second = First.Replace("version: 1\n", "version: 2\nreplaces: 1\n", StringComparison.Ordinal).Replace("Old question one?", "New question one?", StringComparison.Ordinal)
        .Replace("id: removed-later\n    ask: \"Old question two?\"", "id: added\n    ask: \"New question two?\"", StringComparison.Ordinal).Replace("The old way ends.", "The new way ends.", StringComparison.Ordinal);

    private readonly DirectoryInfo _content = System.IO.Directory.CreateTempSubdirectory("supportbot-content-");

    [Fact]
    public async Task A_hundred_waiting_chats_end_on_the_version_they_began_with_although_its_file_is_gone()
    {
        Write("1.yaml", First);
        await using var bot = await RealBot.BuildAsync(settings: ("Content:Path", _content.FullName));
        var chats = Enumerable.Range(0, Waiting).Select(_ => new Student(bot)).ToList();
        for (var i = 0; i < Waiting; i++)
        {
            await chats[i].BeginAsync("small");
            Assert.Contains("Old question one?", await chats[i].TranscriptAsync(), StringComparison.Ordinal);
            // Half of them stand before the step that the upgrade removes, half on it.
            if (i % 2 == 0) await chats[i].PressAsync("Left");
        }

        File.Delete(Path.Combine(Folder.FullName, "1.yaml"));
        Write("2.yaml", Second);
        await bot.RestartAsync();
        Assert.Equal(2, bot.Get<ProtocolShelf>().Startable("small", new DateOnly(2026, 11, 30))!.Version);

        for (var i = 0; i < Waiting; i++)
        {
            await chats[i].LookAsync();
            if (i % 2 == 1) await chats[i].PressAsync("Right");
            Assert.Contains("Old question two?", await chats[i].TranscriptAsync(), StringComparison.Ordinal);
            await chats[i].LookAsync();
            await chats[i].PressAsync("Right");
            var all = await chats[i].TranscriptAsync();
            Assert.Contains("The old way ends.", all, StringComparison.Ordinal);
            Assert.DoesNotContain("New", all, StringComparison.Ordinal);
        }

        var later = new Student(bot);
        await later.BeginAsync("small");
        await later.PressAsync("Left");
        Assert.Contains("New question two?", await later.TranscriptAsync(), StringComparison.Ordinal);
    }

    private DirectoryInfo Folder => _content.CreateSubdirectory("protocols").CreateSubdirectory("small");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder.FullName, name), text);

    public void Dispose() => _content.Delete(recursive: true);
}
