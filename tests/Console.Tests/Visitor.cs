using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SupportBot.Console.Tests;

/// <summary>An answer of the console.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public IHtmlDocument Page => new HtmlParser().ParseDocument(Body);

    public string Text => Page.Body!.TextContent;

    public string? GoesTo => Headers.GetValueOrDefault("Location");
}

/// <summary>A browser without scripts: keeps cookies, fills in forms.</summary>
internal sealed class Visitor(HttpClient client)
{
    private readonly Dictionary<string, string> cookies = [];
    private string? token;

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Set-Cookie headers as they came, newest last.</summary>
    public List<string> CookiesSet { get; } = [];

    public Dictionary<string, string> Sends { get; } = [];

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts a form with the antiforgery token that a page gave, by default the list of cases.</summary>
    public async Task<Answer> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, string tokenFrom = "/console/cases")
    {
        token ??= (await GetAsync(tokenFrom)).Page.QuerySelector("input[name=form-token]")!.GetAttribute("value");
        var answer = await PostBareAsync(path, [.. fields, ("form-token", token!)]);
        if (path.StartsWith("/console/sign-", StringComparison.Ordinal)) token = null; // a token belongs to whoever was signed in
        return answer;
    }

    public Task<Answer> PostBareAsync(string path, IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        foreach (var (name, value) in Sends) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
            {
                CookiesSet.Add(cookie);
                var pair = cookie.Split(';')[0].Split('=', 2);
                cookies[pair[0]] = pair[1];
            }

        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }
}
