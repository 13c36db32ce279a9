using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Graph.Tests;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>Steps that wait for somebody, by activity feed and by mail beside the card: through the lanes that an alert takes.</summary>
public sealed class GraphStepsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _district = System.IO.Directory.CreateTempSubdirectory("supportbot-district-");
    private GraphWorld _world = null!;
    private Staff _thomas = null!, _maya = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = _district.CreateSubdirectory("protocols").CreateSubdirectory("small-steps");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.yaml"), HandedStepsTests.Protocol);
        _world = await GraphWorld.BuildAsync(("Content:Path", _district.FullName));
        (_thomas, _maya) = (new Staff(_world.Bot, _world.Connector, GraphWorld.Principal), new Staff(_world.Bot, _world.Connector, GraphWorld.Counselor));
        await _thomas.OpenChatAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _district.Delete(recursive: true);
    }

    [Fact]
    public async Task Whoever_is_given_steps_gets_one_notice_and_one_mail_with_the_number_and_no_word_of_them()
    {
        var @case = await HandOverAsync();
        await _world.Bot.WorkAsync();

        var notice = Assert.Single(_world.Notices);
        var mail = Assert.Single(_world.Mails);
        Assert.Contains("stepsWait", notice.Body, StringComparison.OrdinalIgnoreCase);
        Assert.All([notice.Body, mail.Body], b => Assert.Contains(@case.Number, b, StringComparison.Ordinal));
        Assert.Contains($"https://help.district.example/console/cases/{@case.Number}", mail.Body, StringComparison.Ordinal);
        Assert.All(_world.Graph.Requests, r => Assert.DoesNotContain(HandedStepsTests.Canary, $"{r} {r.Body}", StringComparison.Ordinal));
        GraphContract.Check(_world.Graph);

        // Once, however long they wait: what climbs is the alert of their due time.
        var before = (_world.Notices.Count, _world.Mails.Count);
        await _world.Bot.WorkAfterAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(before, (_world.Notices.Count, _world.Mails.Count));
    }

    [Fact]
    public async Task While_mail_is_down_the_feed_tells_and_the_mail_of_steps_that_were_taken_meanwhile_is_not_sent()
    {
        var up = false;
        _world.Graph.On("sendMail", _ => up ? GraphReply.Accepted : GraphReply.Error(500, "ErrorInternalServerError"));
        var @case = await HandOverAsync();
        await _world.Bot.WorkAsync();
        Assert.Single(_world.Notices);
        var tried = _world.Mails.Count;
        Assert.True(tried > 0);

        await _maya.SayAsync($"go on with {@case.Number}", id: "takes-the-steps");
        up = true;
        await _world.Bot.WorkAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(tried, _world.Mails.Count);
        Assert.Equal(GraphWorld.Counselor, Assert.Single((await _world.Bot.OnlyCaseAsync()).Steps).Taken?.PersonId);
    }

    private async Task<Case> HandOverAsync()
    {
        await _thomas.SayAsync("start small steps");
        await _thomas.FillAsync(_thomas.Card, "Send", ("f.school", "riverbend-high"), ("f.words", HandedStepsTests.Canary));
        var step = _thomas.Card;
        // The alert itself goes to others than the counselor.
        await _world.Bot.WorkAsync();
        Assert.Empty(_world.Notices);
        Assert.Empty(_world.Mails);
        await _thomas.PressAsync(step, "Hand over");
        await _thomas.SayAsync("Maya Okafor");
        return await _world.Bot.OnlyCaseAsync();
    }
}
