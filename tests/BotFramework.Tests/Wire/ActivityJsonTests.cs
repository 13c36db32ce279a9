using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Bot.Schema;
using SupportBot.Wire;

namespace SupportBot.BotFramework.Tests;

public class ActivityJsonTests
{
    private const string FromTeams = """
        {"type":"message","id":"f:1","timestamp":"2026-11-23T08:30:00.1234567+00:00","localTimestamp":"2026-11-23T00:30:00.1234567-08:00","localTimezone":"America/Los_Angeles","serviceUrl":"https://smba.trafficmanager.net/amer/","channelId":"msteams","from":{"id":"29:x","name":"Ada","aadObjectId":"00000000-0000-0000-0000-000000000001","tenantRole":"teacher"},"conversation":{"isGroup":false,"conversationType":"personal","id":"a:1","tenantId":"t-1","extra":{"a":[1,2]}},"recipient":{"id":"28:bot","name":"Bot"},"textFormat":"plain","locale":"en-US","text":"¿Qué tal? <b> & \"quotes\" 🎒","attachments":[{"contentType":"text/html","content":"<p>hi</p>","odd":1}],"entities":[{"type":"clientInfo","locale":"en-US","nested":{"deep":true}}],"channelData":{"tenant":{"id":"t-1"},"n":1.50},"value":{"choice":"a"},"newMember":{"x":null},"anotherNew":[1,"two"]}
        """;

    [Fact]
    public void What_is_read_is_written_again_unchanged_with_members_nobody_knows() =>
        Assert.True(JsonElement.DeepEquals(Parse(FromTeams), Parse(Text(Read(FromTeams)))), Text(Read(FromTeams)));

    [Fact]
    public void Members_are_read_into_their_properties()
    {
        var activity = Read(FromTeams);
        Assert.Equal(("message", "f:1", "msteams", "29:x", "a:1", "28:bot"), (activity.Type, activity.Id, activity.ChannelId, activity.From.Id, activity.Conversation.Id, activity.Recipient.Id));
        Assert.Equal("¿Qué tal? <b> & \"quotes\" 🎒", activity.Text);
        Assert.Equal(TimeSpan.FromHours(-8), activity.LocalTimestamp.Value.Offset);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero).AddTicks(1234567), activity.Timestamp);
        Assert.Equal("clientInfo", Assert.Single(activity.Entities).Type);
        Assert.Equal("<p>hi</p>", Assert.Single(activity.Attachments).Content);
    }

    [Fact]
    public void Objects_of_any_shape_arrive_as_json_elements()
    {
        var activity = Read(FromTeams);
        Assert.Equal("a", Assert.IsType<JsonElement>(activity.Value).GetProperty("choice").GetString());
        Assert.Equal("t-1", Assert.IsType<JsonElement>(activity.ChannelData).GetProperty("tenant").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("\"word\"", "word")]
    [InlineData("true", true)]
    [InlineData("7", 7L)]
    [InlineData("7.5", 7.5)]
    [InlineData("null", null)]
    public void Single_values_arrive_as_what_they_are(string json, object expected) =>
        Assert.Equal(expected, Read($$"""{"type":"event","value":{{json}}}""").Value);

    [Fact]
    public void Nulls_are_left_out_and_names_are_camel_case() =>
        Assert.Equal("""{"type":"message","text":"hi","replyToId":"1"}""", Text(new Activity(ActivityTypes.Message) { Text = "hi", ReplyToId = "1" }));

    [Fact]
    public void Times_are_iso_8601_with_their_offset() =>
        Assert.Equal("""{"type":"message","localTimestamp":"2026-11-23T00:30:00-08:00"}""",
            Text(new Activity(ActivityTypes.Message) { LocalTimestamp = new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.FromHours(-8)) }));

    [Fact]
    public void A_time_without_an_offset_is_utc() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero), Read("""{"type":"message","timestamp":"2026-11-23T08:30:00"}""").Timestamp);

    [Fact]
    public void An_empty_time_is_no_time() => Assert.Null(Read("""{"type":"message","timestamp":""}""").Timestamp);

    [Fact]
    public void A_card_is_written_with_camel_case_names_and_a_callers_own_object_with_its_own()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Attachments = [new HeroCard("Title", buttons: [new CardAction(ActionTypes.ImBack, "Yes", value: "yes")]).ToAttachment()],
            Value = new { Kept = 1, alsoKept = new Own { Name = "n" }, None = (string)null },
        };
        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"Title","buttons":[{"type":"imBack","title":"Yes","value":"yes"}]}}],"value":{"Kept":1,"alsoKept":{"Name":"n"}}}""",
            Text(activity));
    }

    [Fact]
    public void An_entity_is_written_as_the_kind_it_is_and_read_back_as_it()
    {
        var written = Text(new Activity(ActivityTypes.Message) { Entities = [new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>")] });
        Assert.Equal("""{"type":"message","entities":[{"mentioned":{"id":"bot","name":"Bot"},"text":"<at>Bot</at>","type":"mention"}]}""", written);
        var mention = Assert.Single(Read(written).GetMentions());
        Assert.Equal(("bot", "<at>Bot</at>"), (mention.Mentioned.Id, mention.Text));
    }

    [Fact]
    public void An_entity_can_be_taken_over_from_an_object()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("bot"), "Bot"));
        Assert.Equal("mention", entity.Type);
        Assert.Equal("bot", entity.GetAs<Mention>().Mentioned.Id);
        Assert.Equal(entity, Read(Text(new Activity { Entities = [entity] })).Entities[0]);
        Assert.NotEqual(entity, new Entity("mention"));
    }

    [Fact]
    public void Objects_of_another_json_library_are_written_as_their_json() =>
        Assert.Equal("""{"type":"event","value":{"a":[1]}}""", Text(new Activity(ActivityTypes.Event) { Value = new global::Newtonsoft.Json.Linq.JForeign("{\"a\":[1]}") }));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"type\":\"message\"} x")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"from\":\"ada\"}")]
    [InlineData("{\"type\":\"message\",\"entities\":{}}")]
    [InlineData("{\"type\":\"message\",\"entities\":[5]}")]
    [InlineData("{\"type\":\"message\",\"entities\":[{\"type\":{}}]}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":7}")]
    [InlineData("{\"type\":\"message\",\"historyDisclosed\":\"yes\"}")]
    public void Malformed_json_is_a_json_exception(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Theory]
    [InlineData("""{"type":"message","text":"\ud83c"}""")]
    [InlineData("""{"type":"message","value":{"a":"\uD83C x"}}""")]
    [InlineData("""{"type":"message","channelData":{"\udf92":1}}""")]
    public void Half_a_character_is_a_json_exception_wherever_it_stands(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void A_character_outside_the_basic_plane_may_be_written_as_escapes() =>
        Assert.Equal("🎒", JsonValue.Text(Read("""{"type":"message","value":{"a":"\ud83c\udf92"}}""").Value, "a"));

    [Fact]
    public void Bytes_that_are_not_utf_8_are_a_json_exception()
    {
        var json = Encoding.UTF8.GetBytes("""{"type":"message","value":{"a":"x"}}""");
        json[Array.LastIndexOf(json, (byte)'x')] = 0xFF;
        Assert.ThrowsAny<JsonException>(() => ActivityJson.Read(json));
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(64, false)]
    [InlineData(20_000, false)]
    public void Json_may_be_64_levels_deep(int arrays, bool readable)
    {
        var json = "{\"type\":\"message\",\"value\":" + new string('[', arrays) + new string(']', arrays) + "}";
        if (readable)
            Assert.NotNull(Read(json).Value);
        else
            Assert.ThrowsAny<JsonException>(() => Read(json));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Equal("message", ActivityJson.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{\"type\":\"message\"}")]).Type);

    [Fact]
    public async Task A_stream_is_read_to_its_end_in_pieces_of_any_size()
    {
        var json = Encoding.UTF8.GetBytes(FromTeams.Replace("\"hi\"", new string('x', 30_000), StringComparison.Ordinal));
        var activity = await ActivityJson.ReadAsync(new DripStream(json, 7));
        Assert.Equal("f:1", activity.Id);
    }

    [Fact]
    public async Task More_bytes_than_the_limit_are_refused()
    {
        var json = Encoding.UTF8.GetBytes("{\"type\":\"message\"}");
        Assert.Equal("message", (await ActivityJson.ReadAsync(new MemoryStream(json), limit: json.Length)).Type);
        await Assert.ThrowsAsync<ActivityTooLargeException>(async () => await ActivityJson.ReadAsync(new MemoryStream(json), limit: json.Length - 1));
    }

    [Fact]
    public void Writes_into_a_buffer_too()
    {
        var output = new ArrayBufferWriter<byte>();
        ActivityJson.Write(new Activity("typing"), output);
        Assert.Equal("""{"type":"typing"}""", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Channel_data_can_be_asked_for_as_a_type()
    {
        var activity = new Activity { ChannelData = new { Name = "n" } };
        Assert.Equal("n", activity.GetChannelData<Own>().Name);
        Assert.True(Read("""{"type":"message","channelData":{"Name":"n"}}""").TryGetChannelData<Own>(out var own));
        Assert.Equal("n", own.Name);
        Assert.False(Read("""{"type":"message","channelData":{"Name":{}}}""").TryGetChannelData<Own>(out _));
        Assert.False(new Activity().TryGetChannelData<Own>(out _));
        Assert.Null(new Activity().GetChannelData<Own>());
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("""{"value":1.5}""", Text(new Activity { Value = 1.5 }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Activity Read(string json) => ActivityJson.Read(Encoding.UTF8.GetBytes(json));

    private static string Text(Activity activity) => Encoding.UTF8.GetString(ActivityJson.Write(activity));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private sealed class Own
    {
        public string Name { get; set; }
    }

    private sealed class DripStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
