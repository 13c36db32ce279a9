using System.Net;
using System.Text.RegularExpressions;

namespace SupportBot.EndToEnd;

/// <summary>A person of the school in the console, as a browser without scripts: pages, forms and their tokens.</summary>
internal sealed partial class StaffClient : IDisposable
{
    private readonly HttpClient _http;

    private StaffClient(string address) => _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };

    public static async Task<StaffClient> SignInAsync(string address, string person)
    {
        var staff = new StaffClient(address);
        await staff.PostAsync("/console/sign-in", "/console/sign-in", ("person", person), ("to", "/console"));
        return staff;
    }

    /// <summary>A page as it was sent.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"GET {path}: {(int)answer.StatusCode}");
        return page;
    }

    /// <summary>Fills in and sends a form of a page.</summary>
    /// <param name="from">The page that shows the form.</param>
    /// <returns>The page that came of it.</returns>
    public async Task<string> PostAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        var (status, page) = await TryPostAsync(from, to, fields);
        Assert.True(status == HttpStatusCode.OK, $"POST {to}: {(int)status} {Told(page)}");
        return page;
    }

    public async Task<(HttpStatusCode Status, string Page)> TryPostAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        var token = FormToken().Match(await GetAsync(from)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("form-token", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await _http.PostAsync(to, form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Numbers of the cases whose alerts are in the inbox, once there are any: they are sent within seconds.</summary>
    public async Task<IReadOnlyList<string>> AlertsAsync()
    {
        for (var looks = 0; looks < 100; looks++)
        {
            var found = AlertHeading().Matches(await GetAsync("/console/inbox/alerts")).Select(m => m.Groups[1].Value).ToList();
            if (found.Count > 0) return found;
            await Task.Delay(200);
        }

        return [];
    }

    /// <summary>Takes a case from its page.</summary>
    public async Task AcknowledgeAsync(string number)
    {
        var page = $"/console/cases/{number}";
        await PostAsync(page, $"{page}/acknowledge", ("alert", AlertField().Match(await GetAsync(page)).Groups[1].Value));
    }

    public void Dispose() => _http.Dispose();

    private static string Told(string page) => Refused().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"form-token\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex(@"alert: case ([A-Z0-9]{3}-[A-Z0-9]{3})")]
    private static partial Regex AlertHeading();

    [GeneratedRegex("name=\"alert\" value=\"([^\"]+)\"")]
    private static partial Regex AlertField();

    [GeneratedRegex("id=\"refused\"[^>]*>(.*?)</div>", RegexOptions.Singleline)]
    private static partial Regex Refused();
}
