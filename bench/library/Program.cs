// What the protocol library costs, on one core: steps of the engine, the whole check with stories and random walks, and the look at start-up.
// librarybench [rounds]; librarybench cold library|content: the look at start-up alone, as the first thing a process does
using System.Diagnostics;
using System.Globalization;
using SupportBot.Bot;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["cold", var part])
{
    Cold(part);
    return;
}

var rounds = args is [var number] ? int.Parse(number) : 5;
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, load {Load()}, {DateTime.UtcNow:u}");

var files = ContentFolder.Read(null);
Report("start-up: read and validate the whole content, words kept from the first time", rounds, () => SupportContent.Load(ContentFolder.Read(null), [], CheckDepth.StartUp));
var content = SupportContent.Load(files, [], CheckDepth.StartUp).Content ?? throw new InvalidOperationException("The content does not read.");
var bullying = content.Protocols.All.Last(p => p.Id == "bullying-report");

// A conversation from the first step to its end by the choice that is offered first: parsed once, walked many times.
foreach (var protocol in new[] { bullying, content.Protocols.All.Last(p => p.Id == "suicide-risk") })
{
    var (steps, runs, clock) = (0L, 0L, Stopwatch.StartNew());
    var library = new Bookshelf(content.Protocols.All);
    while (clock.ElapsedMilliseconds < 1_000) Walk(protocol, library, ref steps); // until the compiler has settled
    List<double> rates = [];
    for (var round = 0; round < rounds; round++)
    {
        (steps, runs) = (0, 0);
        clock.Restart();
        for (; clock.ElapsedMilliseconds < 1_000; runs++) Walk(protocol, library, ref steps);
        rates.Add(steps / clock.Elapsed.TotalSeconds);
    }

    Console.WriteLine($"engine: {protocol.Key}: {rates.Order().ElementAt(rates.Count / 2):N0} steps a second (median of {rounds}; {rates.Min():N0} to {rates.Max():N0}), {steps / Math.Max(1, runs)} steps a run");
}

Report("check: the whole library, stories and 1,000 random walks each", Math.Max(1, rounds / 2), () => SupportContent.Load(files, [], CheckDepth.Whole));
Console.WriteLine($"load {Load()} at the end");

// The compiler is most of it, so each part is asked of a process of its own.
static void Cold(string part)
{
    var clock = Stopwatch.StartNew();
    var files = ContentFolder.Read(null);
    var reading = clock.Elapsed.TotalMilliseconds;
    if (part == "library")
    {
        var district = DistrictReader.Read(files).District ?? throw new InvalidOperationException("The district does not read.");
        var report = ContentCheck.Run(files, ContentReferences.Of(district, PhrasesReader.ReadAll(files).Phrasebook), CheckDepth.StartUp);
        Console.WriteLine($"cold: the district and {report.Protocols.Count} protocols {clock.Elapsed.TotalMilliseconds:N0} ms, {reading:N0} of it reading all files");
        return;
    }

    var content = SupportContent.Load(files, [], CheckDepth.StartUp);
    if (content.Content is null) throw new InvalidOperationException(string.Join('\n', content.Faults));
    Console.WriteLine($"cold: the whole content {clock.Elapsed.TotalMilliseconds:N0} ms, {reading:N0} of it reading all files");
}

static void Walk(Protocol protocol, Bookshelf library, ref long steps)
{
    var sprint = ProtocolEngine.Start(protocol, new RunStart("r", new DateOnly(2026, 11, 16)), library);
    for (var turn = 0; turn < 200 && sprint.Run.Outcome is null; turn++)
    {
        var question = ProtocolEngine.Open(sprint.Run, library);
        var token = sprint.Run.Token ?? "";
        sprint = question is null ? ProtocolEngine.Resume(sprint.Run, new Joined(token, "p1"), library)
            : question.Verb == "do" ? ProtocolEngine.Resume(sprint.Run, new DidIt(token, TaskResult.Done, $"p{turn}"), library)
            : ProtocolEngine.Resume(sprint.Run, GiveAnswer.To(token, question.Fields[0].Name, Answer(question.Fields[0])), library);
    }

    steps += sprint.Run.Walked.Count;
}

static AnswerValue Answer(Field field) => field.Type switch
{
    FieldType.Choice => new ChoiceAnswer(field.Choices[0].Id),
    FieldType.Choices => new ChoicesAnswer([field.Choices[0].Id]),
    FieldType.School => new SchoolAnswer("riverbend-high"),
    _ => field.Required ? new TextAnswer(new PersonText("words")) : new Skipped(),
};

static void Report(string what, int rounds, Func<SupportContent> act)
{
    List<double> times = [];
    var summary = "";
    for (var round = 0; round < rounds; round++)
    {
        var clock = Stopwatch.StartNew();
        var read = act();
        times.Add(clock.Elapsed.TotalMilliseconds);
        summary = read.Summary;
        if (read.Content is null) throw new InvalidOperationException(string.Join('\n', read.Faults));
    }

    Console.WriteLine($"{what}: first {times[0]:N0} ms, median {times.Order().ElementAt(times.Count / 2):N0} ms ({rounds}); {summary}");
}

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
