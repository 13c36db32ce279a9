// Alerts from end to end: the product's own host on SQLite, a connector on this machine over HTTP, nothing left out.
// alertbench [latency|lane|faults|signals|casepage|signup|all] [how many]
using AlertBench;

var wanted = args.ElementAtOrDefault(0) ?? "all";
int? many = args.ElementAtOrDefault(1) is { } number ? int.Parse(number) : null;
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, load {Load()}, {DateTime.UtcNow:u}");
if (wanted is "signals" or "all") await SignalRun.RunAsync();
if (wanted is "latency" or "all") await LatencyRun.RunAsync(many ?? 300);
if (wanted is "lane" or "all") await LaneRun.RunAsync(many ?? 5_000);
if (wanted is "casepage" or "all") await CasePageRun.RunAsync(many ?? 500);
if (wanted is "signup" or "all") await SignUpRun.RunAsync(many ?? 500);
if (wanted is "faults" or "all") await FaultRun.RunAsync(many ?? 10_000);
Console.WriteLine($"load {Load()} at the end");

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
