// A bot on our runtime that answers the two scenarios of bench/README.md.
// SCENARIO=echo|dialog, STATE=memory|durable.
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using SupportBot.Bench.Ours;

// Nobody edits the settings while it runs, and a watcher would see every write of the database below this folder.
var builder = WebApplication.CreateSlimBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
builder.Logging.ClearProviders();
var durable = Environment.GetEnvironmentVariable("STATE") == "durable";
if (durable)
    DurableStore.Add(builder);
var app = builder.Build();
var adapter = new CloudAdapter();
IBot bot = Environment.GetEnvironmentVariable("SCENARIO") != "dialog" ? new EchoBot()
    : durable ? DurableStore.Bot(app)
    : new DialogBot(new ConversationState(new MemoryStorage()));
app.MapPost("/api/messages", context => adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
app.MapGet("/stats", () => GC.GetTotalAllocatedBytes().ToString());
app.Run();
