using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>What a member of staff writes of a student in danger opens the steps that staff take.</summary>
public sealed class StaffSignalTests
{
    private static readonly ChannelTraits Teams = new("msteams", Anonymous: false, Forms: true, KeepsTranscript: false);
    private static readonly ConversationKey Key = new("msteams", "chat");

    private readonly MemoryTurnStore _store = new();
    private readonly TurnPipeline _pipeline;

    public StaffSignalTests()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
        _pipeline = new TurnPipeline(_store, Demo.Content, new Chat.Calendars(), new AlertRelease(atOnce: true, () => 0.5), clock, new Chat.Alarms(), new Chat.Lines());
    }

    [Theory]
    [InlineData("one of my students wrote that she wants to kill herself", "suicide-protocol")]
    [InlineData("una estudiante me dijo que se quiere matar", "suicide-protocol")]
    [InlineData("a boy in my class said he is going to bring a gun to school and shoot people", "threat-assessment")]
    [InlineData("a student told me her stepdad hits her", "mandated-report-helper")]
    public async Task Danger_of_a_student_opens_the_protocol_of_staff(string text, string protocol)
    {
        await SayAsync(text, "maya-okafor");
        Assert.Equal([protocol], Open());
    }

    [Theory]
    [InlineData("i want to kill myself", "suicide-risk")]
    [InlineData("my friend wants to kill herself", "suicide-risk")]
    public async Task Who_is_no_member_of_staff_or_writes_of_themselves_gets_help_as_everybody_does(string text, string protocol)
    {
        await SayAsync(text, text.StartsWith('i') ? "maya-okafor" : null);
        Assert.Equal([protocol], Open());
    }

    [Fact]
    public async Task Talk_of_policy_opens_nothing()
    {
        await SayAsync("what does our suicide prevention policy say about parents", "maya-okafor");
        Assert.Empty(Open());
    }

    // Where a text leads to and who may go there are two things: the candidates of the question are cut to what may be begun.
    [Theory]
    [InlineData("maya-okafor", true)]
    [InlineData(null, false)]
    public async Task What_a_text_may_mean_is_offered_to_whoever_may_begin_it(string? person, bool isOffered)
    {
        var said = await SayAsync("handoff", person);
        Assert.Equal(isOffered, said.Contains("Do you mean **Hand a student over to the next school**?", StringComparison.Ordinal));
    }

    private async Task<string> SayAsync(string text, string? person)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message, Id = Guid.NewGuid().ToString("N"), Text = text, ChannelId = Teams.Name,
            Conversation = new ConversationAccount(id: Key.Id), From = new ChannelAccount("someone"), Recipient = new ChannelAccount("bot"), ServiceUrl = "https://smba.example.org",
        };
        var answer = await _pipeline.RunAsync(new IncomingTurn(activity, Key, Lockbox.Server, Teams) { PersonId = person, Seal = "seal" }, CancellationToken.None);
        Assert.Equal(TurnKind.Answered, answer.Kind);
        return string.Join('\n', answer.Replies.Select(r => r.Text));
    }

    private IEnumerable<string?> Open() => Chat.OpenIn(_store.StateOf(Key));
}
