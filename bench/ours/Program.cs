// A bot on our runtime that answers the two scenarios of bench/README.md.
// SCENARIO=echo|dialog, STATE=memory|durable.
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using SupportBot.Bench.Ours;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var adapter = new CloudAdapter();
IBot bot = Environment.GetEnvironmentVariable("SCENARIO") == "dialog" ? new DialogBot(States.Open()) : new EchoBot();
app.MapPost("/api/messages", context => adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
app.MapGet("/stats", () => GC.GetTotalAllocatedBytes().ToString());
app.Run();
