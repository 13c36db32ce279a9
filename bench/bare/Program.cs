// The floor: what a turn costs when there is nothing but Kestrel, source-generated JSON and HttpClient.
// It parses the activity, posts one reply, and answers 200.
using System.Net.Http.Headers;
using System.Text.Json;
using SupportBot.Bench.Bare;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var http = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2) });
var json = new MediaTypeHeaderValue("application/json", "utf-8");
var machine = Environment.GetEnvironmentVariable("SCENARIO") == "dialog" ? new StateMachine() : null;

app.MapPost("/api/messages", async (HttpContext context) =>
{
    var said = await JsonSerializer.DeserializeAsync(context.Request.Body, Wire.Default.Act, context.RequestAborted)
        ?? throw new JsonException("An activity is an object.");
    var reply = new Act
    {
        Type = "message",
        Text = machine is null ? "Echo: " + said.Text : machine.Answer(said),
        Timestamp = DateTimeOffset.UtcNow,
        ChannelId = said.ChannelId,
        ServiceUrl = said.ServiceUrl,
        From = said.Recipient,
        Recipient = said.From,
        Conversation = said.Conversation,
        ReplyToId = said.Id,
        Locale = said.Locale,
        InputHint = "acceptingInput",
    };
    var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, Wire.Default.Act));
    content.Headers.ContentType = json;
    var address = new Uri($"{said.ServiceUrl}v3/conversations/{Uri.EscapeDataString(said.Conversation!.Id!)}/activities/{said.Id}");
    using var answer = await http.PostAsync(address, content, context.RequestAborted);
    answer.EnsureSuccessStatusCode();
    var posted = await JsonSerializer.DeserializeAsync(await answer.Content.ReadAsStreamAsync(), Wire.Default.Posted);
    context.Response.StatusCode = posted?.Id is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
});
app.MapGet("/stats", () => GC.GetTotalAllocatedBytes().ToString());
app.Run();
