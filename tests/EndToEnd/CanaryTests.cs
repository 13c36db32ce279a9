using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SupportBot.EndToEnd;

/// <summary>
/// Plants a sentence wherever a person can write, on the good ways and on the ways that fail, with the log turned up to the full, and then looks for
/// each in every byte that the process left anywhere. (That such a search finds them where sealing is off is a test of storage.)
/// </summary>
public sealed class CanaryTests : IAsyncDisposable
{
    private static readonly string[] Counselors = ["maya-okafor", "thomas-lindqvist"];
    private readonly BotProcess _bot = new() { Settings = { ["Logging__LogLevel__Default"] = "Trace", ["Logging__LogLevel__Microsoft"] = "Trace", ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace" } };
    private readonly List<Canary> _planted = [];

    [Fact]
    public async Task No_word_of_anybody_is_left_in_the_database_the_keys_the_log_a_temporary_file_or_a_card()
    {
        await _bot.InitializeAsync();
        using var chat = new DirectLineClient(_bot.Address);
        await chat.OpenAsync();
        var code = await ReportAsync(chat);
        using var counselor = await StaffClient.SignInAsync(_bot.Address, Counselors[0]);
        var number = Assert.Single(await counselor.AlertsAsync());
        var opened = await WorkAsync(counselor, number);
        using var later = await ComeBackAsync(code);
        var goodWays = _planted.ToList();
        opened += await counselor.PostAsync($"/console/cases/{number}", $"/console/cases/{number}/open");
        await CloseAsync(number);
        await FailAsync(chat, counselor, number);

        // Where they belong they are, so they were planted.
        Assert.All(goodWays.Where(c => !NeverKept.Contains(c.ToString())), c => Assert.Contains(c.Core, opened));
        _planted.Add(new Canary("the code") { Core = code });
        await NowhereOnPagesAsync(number);
        NowhereOnDisk("while it runs");
        await _bot.KillAsync();
        NowhereOnDisk("after it was killed");
        Assert.Contains("dbug: Microsoft.AspNetCore.Mvc", _bot.Output);
        Assert.Contains("trce:", _bot.Output);
    }

    [Fact]
    public async Task The_same_search_finds_a_sentence_in_each_encoding_beside_other_bytes()
    {
        var canary = new Canary("control");
        var (sentence, noise) = (canary.Sentence, Encoding.UTF8.GetBytes("other words "));
        Dictionary<string, byte[]> forms = new()
        {
            ["UTF-8"] = Encoding.UTF8.GetBytes(sentence),
            ["UTF-16LE"] = Encoding.Unicode.GetBytes(sentence),
            ["JSON"] = JsonSerializer.SerializeToUtf8Bytes(new { text = sentence }),
            ["URL"] = Encoding.ASCII.GetBytes(Uri.EscapeDataString(sentence)),
            ["HTML"] = Encoding.ASCII.GetBytes(WebUtility.HtmlEncode(sentence)),
            ["hex"] = Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(sentence))),
        };
        for (var before = 0; before < 3; before++)
        {
            forms[$"base64 {before}"] = Encoding.ASCII.GetBytes(Convert.ToBase64String([.. noise[..before], .. Encoding.UTF8.GetBytes(sentence), .. noise]));
            forms[$"base64 of UTF-16 {before}"] = Encoding.ASCII.GetBytes(Convert.ToBase64String([.. noise[..before], .. Encoding.Unicode.GetBytes(sentence), .. noise]));
        }

        await _bot.InitializeAsync();
        foreach (var (form, bytes) in forms)
        {
            var copy = Path.Combine(_bot.DataFolder, "copy.db");
            await File.WriteAllBytesAsync(copy, [.. File.ReadAllBytes(_bot.DatabaseFile), .. bytes, .. noise], TestContext.Current.CancellationToken);
            Assert.True(FindOnDisk([canary]).Count > 0, $"{form} was not found");
            File.Delete(copy);
        }

        Assert.Empty(FindOnDisk([canary]));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    // Said, understood or refused, and not part of any case.
    private static readonly string[] NeverKept = ["free text at the menu", "a school that is none", "a day that is none", "EXIF of the picture", "a code that is none"];

    private string Plant(string place)
    {
        var canary = new Canary(place);
        _planted.Add(canary);
        return canary.Sentence;
    }

    private async Task<string> ReportAsync(DirectLineClient chat)
    {
        await chat.SayAsync(Plant("free text at the menu"));
        return await ReportWalk.SendAsync(
            chat,
            new Dictionary<string, string>
            {
                ["Which school is it about?"] = Plant("a school that is none"),
                ["What happened?"] = Plant("what happened"),
                ["When did it happen?"] = Plant("a day that is none"),
                ["Who was hurt or treated badly?"] = "Another student",
                ["Who is it?"] = Plant("who was hurt"),
                ["Who did it?"] = Plant("who did it"),
                ["Did anyone see it"] = Plant("witnesses"),
                ["What would help make it better?"] = Plant("what would help"),
            },
            PlantedPicture.With(Plant("EXIF of the picture")));
    }

    /// <returns>The opened case.</returns>
    private async Task<string> WorkAsync(StaffClient counselor, string number)
    {
        var page = $"/console/cases/{number}";
        await counselor.AcknowledgeAsync(number);
        await counselor.PostAsync(page, $"{page}/ask", ("text", Plant("a question to the reporter")));
        await counselor.PostAsync(page, $"{page}/note", ("text", Plant("a note")));
        await counselor.PostAsync(page, $"{page}/task", ("task", "safety-check"), ("safe", "safe"), ("note", Plant("an answer in a task")));
        return await counselor.PostAsync(page, $"{page}/open");
    }

    private async Task<DirectLineClient> ComeBackAsync(string code)
    {
        var chat = new DirectLineClient(_bot.Address);
        await chat.OpenAsync();
        await chat.PressAsync("I have a code");
        await chat.SayAsync(Plant("a code that is none"));
        await chat.SayAsync(code);
        Assert.Contains(_planted.Single(c => c.ToString() == "a question to the reporter").Core, chat.Text);
        await chat.SayAsync(Plant("a reply by code"));
        return chat;
    }

    private async Task CloseAsync(string number)
    {
        var page = $"/console/cases/{number}";
        using var principal = await StaffClient.SignInAsync(_bot.Address, Counselors[1]);
        var reason = Plant("a reason to close");
        await principal.PostAsync(page, $"{page}/close", ("to", "duplicate"), ("outcome", "duplicate"), ("reason", reason));
        Assert.Contains(_planted[^1].Core, await principal.PostAsync(page, $"{page}/open"));
        await principal.PostAsync(page, $"{page}/reopen", ("to", "reopened"), ("reason", Plant("a reason to open again")));
        await principal.PostAsync(page, $"{page}/transfer", ("school", "heron-middle"));
    }

    private async Task FailAsync(DirectLineClient chat, StaffClient counselor, string number)
    {
        await RefusedAsync(chat.PostRawAsync(Json(new { type = "message", text = Plant("JSON that breaks off") })[..^1]));
        await RefusedAsync(chat.PostRawAsync(Json(new { type = "message", text = new { deep = new[] { Plant("a text of a wrong type") } } })));
        await RefusedAsync(chat.PostRawAsync(Json(new { type = "message", text = Plant("a text too large") + new string('x', 300_000) })));
        await RefusedAsync(chat.PostRawAsync(Json(new { type = "event", name = Core("a name of an event") })));
        await RefusedAsync(chat.UploadAsync(Encoding.UTF8.GetBytes(Plant("an upload that is no picture")), Core("a file name") + ".png"));
        await RefusedAsync(chat.Http.GetAsync($"/v3/directline/conversations/{Core("an address")}/activities?watermark={Core("a query")}"));
        await RefusedAsync(chat.Http.GetAsync($"/{Core("a page that is none")}?q={Core("a query of a page that is none")}"));
        await RefusedAsync(chat.Http.PostAsync("/api/messages", new StringContent(Json(new { type = "message", text = Plant("a message of another channel") })[..^1], Encoding.UTF8, "application/json")));
        using (var stranger = new HttpClient { BaseAddress = new Uri(_bot.Address) })
        {
            stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Core("a token"));
            stranger.DefaultRequestHeaders.UserAgent.ParseAdd(Core("a user agent"));
            await RefusedAsync(stranger.PostAsync("/v3/directline/conversations", null));
        }

        var (status, _) = await counselor.TryPostAsync("/console/sign-in", $"/console/cases/{Core("a case that is none")}/note", ("text", Plant("a note for a case that is none")));
        Assert.Equal(HttpStatusCode.NotFound, status);
        await WithoutDatabaseAsync(chat, counselor, number);
    }

    private async Task WithoutDatabaseAsync(DirectLineClient chat, StaffClient counselor, string number)
    {
        var aside = _bot.DatabaseFile + ".aside";
        File.Move(_bot.DatabaseFile, aside);
        try
        {
            await RefusedAsync(chat.PostAsync(Plant("said while nothing can be saved"), null, chat.NextId()));
            var (status, _) = await counselor.TryPostAsync("/console/sign-in", $"/console/cases/{number}/note", ("text", Plant("a note while nothing can be saved")));
            Assert.True((int)status >= 400, $"answered {status}");
        }
        finally
        {
            File.Move(aside, _bot.DatabaseFile);
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private string Core(string place)
    {
        Plant(place);
        return _planted[^1].Core;
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True((int)answer.StatusCode >= 400, $"answered {answer.StatusCode}");
    }

    private async Task NowhereOnPagesAsync(string number)
    {
        foreach (var person in Counselors.Append("aisha-karim"))
        {
            using var staff = await StaffClient.SignInAsync(_bot.Address, person);
            List<string> pages = ["/console", "/console/inbox/alerts", "/console/cases?closed=true"];
            if ((await staff.GetAsync("/console/cases?closed=true")).Contains($"/console/cases/{number}", StringComparison.Ordinal)) pages.Add($"/console/cases/{number}");
            foreach (var page in pages)
            {
                var bytes = Encoding.UTF8.GetBytes(await staff.GetAsync(page));
                Assert.Empty(_planted.SelectMany(c => c.FindIn(bytes)).Select(found => $"{page} of {person}: {found}"));
            }
        }
    }

    private void NowhereOnDisk(string when)
    {
        Assert.Empty(FindOnDisk(_planted).Select(found => $"{when}: {found}"));
        var log = Encoding.UTF8.GetBytes(_bot.Output);
        Assert.Empty(_planted.SelectMany(c => c.FindIn(log)).Select(found => $"{when}, in the log: {found}"));
    }

    private List<string> FindOnDisk(IReadOnlyList<Canary> canaries)
    {
        var files = System.IO.Directory.GetFiles(_bot.DataFolder, "*", SearchOption.AllDirectories);
        Assert.Contains(_bot.DatabaseFile, files);
        Assert.Contains(files, f => f.StartsWith(Path.Combine(_bot.DataFolder, "keys"), StringComparison.Ordinal));
        return [.. files.SelectMany(file => Found(file, canaries))];
    }

    private static IEnumerable<string> Found(string file, IReadOnlyList<Canary> canaries)
    {
        // The lock file is empty, and nobody else may open it; a file that is being put in place under another name is gone by now.
        if (new FileInfo(file) is not { Exists: true, Length: > 0 }) return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var content = bytes.ToArray();
        return [.. canaries.SelectMany(c => c.FindIn(content)).Select(found => $"{Path.GetFileName(file)}: {found}")];
    }
}
