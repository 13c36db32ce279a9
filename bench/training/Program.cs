// Required trainings of a large district on the product's own host with SQLite: the import of hires and the pages over HTTP, signed in; the daily run by a call.
// trainingbench [staff] [hires] [completions] [rounds]
// Seats on sessions are not filled: only the daily run reads them, in one query for all.
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportBot.Bot;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

int Given(int at, int usual) => args.ElementAtOrDefault(at) is { } number ? int.Parse(number) : usual;
var (staff, hires, completions, rounds) = (Given(0, 10_000), Given(1, 2_000), Given(2, 100_000), Given(3, 20));
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, load {Load()}, {DateTime.UtcNow:u}");

var folder = System.IO.Directory.CreateTempSubdirectory("trainingbench-");
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = folder.FullName, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "db", "supportbot.db")}",
    ["Storage:Keys"] = Path.Combine(folder.FullName, "keys"),
});
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
await using (var app = await SupportBotHost.BuildAsync(builder) ?? throw new InvalidOperationException("The bot does not become ready."))
{
    await app.StartAsync();
    await MeasureAsync(app);
    await app.StopAsync();
}

folder.Delete(recursive: true);
Console.WriteLine($"load {Load()} at the end");

async Task MeasureAsync(WebApplication app)
{
    T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    var (district, catalogue, now) = (Get<District>(), Get<TrainingOffer>().Catalogue!, DateTimeOffset.UtcNow);
    var today = district.CalendarOf(null).Today(now);
    var schools = district.Schools;
    string[] roles = ["counselor", "nurse", "social-worker", "administrator"];
    var known = district.People;
    district.Bring(
    [
        .. known,
        .. Enumerable.Range(0, staff - known.Count).Select(n => new Person { Id = $"staff-{n:00000}", Name = $"First{n} Last{n}", Mail = $"first{n}.last{n}@example.org", Posts = [new Post(roles[n % roles.Length], schools[n % schools.Count].Id)] }),
    ]);

    // Two thousand of them are hires of this year; each person has as many courses as fit, of two hundred of which some are required.
    var required = catalogue.Requirements.Select(r => r.CourseId).Distinct().ToList();
    string[] courses = [.. required, .. Enumerable.Range(0, 200 - required.Count).Select(n => $"elective-{n:000}")];
    var random = new Random(1);
    var done = Enumerable.Range(0, completions).Select(n => new Completion($"staff-{n % (staff - known.Count):00000}", n / staff < 8 ? required[(n / staff + n) % required.Count] : courses[random.Next(courses.Length)], today.AddDays(-random.Next(1, 200)), today.AddDays(200)));
    var watch = Stopwatch.StartNew();
    var written = 0;
    foreach (var some in done.Chunk(5_000)) written += await Get<ITrainingRolls>().RecordAsync(some, new AuditEntry(Guid.Empty, Actor.Program, "bench", "", now), CancellationToken.None);
    for (var n = 0; n < 2_000; n++) await Get<ITrainingRolls>().AddAsync(SessionOn(now.AddHours(4 * n), courses[n % courses.Length]), new AuditEntry(Guid.Empty, Actor.Program, "bench", "", now), CancellationToken.None);
    Console.WriteLine($"{staff:N0} staff, {written:N0} completions of {courses.Length} courses, 2,000 sessions: written in {watch.Elapsed.TotalSeconds:N1} s");

    using var browser = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(5) };
    await PostAsync(browser, "/console/sign-in", "/console/sign-in", ("person", "naomi-fisher"));
    var list = "employee id,name,mail,role,school,first day,supervisor mail\n" + string.Concat(Enumerable.Range(0, hires).Select(n =>
        $"E-{n:00000},First{n} Last{n},first{n}.last{n}@example.org,{roles[n % roles.Length]},{schools[n % schools.Count].Id},{today.AddDays(-random.Next(0, 300)):yyyy-MM-dd},first{n + hires}.last{n + hires}@example.org\n"));
    foreach (var what in new[] { "import of new hires", "the same once more" })
    {
        watch.Restart();
        var answer = await PostAsync(browser, "/console/training/hires/import", "/console/cases", ("csv", list));
        if (!answer.Contains("data-imported", StringComparison.Ordinal)) throw new InvalidOperationException("Nothing was imported.");
        Console.WriteLine($"{what}, {hires:N0} lines over HTTP: {watch.Elapsed.TotalSeconds:N2} s (aim: under 10)");
    }

    await ReadAsync("of it: hires", async () => (await Get<IHireBook>().AllAsync(CancellationToken.None)).Count);
    await ReadAsync("of it: transcripts of required courses", async () => (await Get<ITranscriptBook>().AllAsync(required.ToHashSet(), CancellationToken.None)).Count);
    await ReadAsync("of it: those and the duties of everybody", async () => (await Get<StaffStandings>().AllAsync(CancellationToken.None)).Count);
    await PageAsync(browser, "compliance page", "/console/training/compliance", "have met all", "under 300");
    await PageAsync(browser, "compliance page of one course", $"/console/training/compliance?course={required[0]}", "have met all", "under 300");
    await PageAsync(browser, "list of hires", "/console/training/hires", "data-hires", "none set");

    foreach (var what in new[] { "daily run, everything is new", "daily run, everything was said" })
    {
        watch.Restart();
        var told = await Get<DuesWorker>().TellAsync(now, CancellationToken.None);
        Console.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:N2} s, {told:N0} addressees told (aim: under 10)");
    }
}

Task PageAsync(HttpClient browser, string what, string address, string holds, string aim) => TimeAsync(what, aim, async () =>
{
    if (!(await browser.GetStringAsync(address)).Contains(holds, StringComparison.Ordinal)) throw new InvalidOperationException($"{address} is not that page.");
});

Task ReadAsync(string what, Func<Task<int>> read) => TimeAsync(what, "none set", read);

async Task TimeAsync(string what, string aim, Func<Task> act)
{
    List<double> times = [];
    for (var round = -5; round < rounds; round++)
    {
        var watch = Stopwatch.StartNew();
        await act();
        if (round >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
    }

    times.Sort();
    Console.WriteLine($"{what}: median {times[times.Count / 2]:N0} ms, {times[0]:N0} to {times[^1]:N0} ({times.Count} rounds; aim: {aim})");
}

static Session SessionOn(DateTimeOffset starts, string course) => new()
{
    Id = Guid.NewGuid(), CourseId = course, Starts = starts, Ends = starts.AddHours(2), Seats = 30, Place = "Library", FacilitatorIds = ["dev-patel"], OpensAt = starts.AddDays(-21), ClosesAt = starts.AddDays(-2),
};

static async Task<string> PostAsync(HttpClient browser, string address, string tokenFrom, params (string Name, string Value)[] fields)
{
    var token = Regex.Match(await browser.GetStringAsync(tokenFrom), "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
    using var content = new FormUrlEncodedContent(fields.Append((Name: "form-token", Value: token)).Select(f => KeyValuePair.Create(f.Name, f.Value)));
    using var answer = await browser.PostAsync(address, content);
    answer.EnsureSuccessStatusCode();
    return await answer.Content.ReadAsStringAsync();
}

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
