using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Console.Tests;

public class EntraSignInTests
{
    private const string Maya = "11111111-0000-0000-0000-000000000001";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 7, 31, TimeSpan.Zero);

    private static Task<Answer> ShowAsync(Visitor visitor, string token, params (string Name, string Value)[] fields)
    {
        visitor.Sends["Authorization"] = $"Bearer {token}";
        return visitor.PostBareAsync("/console/sign-in/teams", fields);
    }

    [Fact]
    public async Task A_token_of_Teams_opens_a_session_whose_cookies_live_in_its_frame_alone()
    {
        await using var entra = new FakeEntra(Now);
        await using var host = new ConsoleHost("Production", entra: entra.Settings);
        host.Book.Put(host.Opened("K7M-2QD"));
        var visitor = host.Visit();
        var answer = await ShowAsync(visitor, entra.Token(Maya), ("page", "K7M-2QD"), ("theme", "dark"));
        Assert.Equal((HttpStatusCode.OK, "{\"to\":\"/console/cases/K7M-2QD\"}"), (answer.Status, answer.Body));
        visitor.Sends.Clear();
        Assert.Contains("Case K7M-2QD", (await visitor.GetAsync("/console/cases/K7M-2QD")).Text);
        Assert.Equal(["console", "console.form", "console.teams", "console.theme"], visitor.Cookies.Keys.Order(StringComparer.Ordinal));
        Assert.All(visitor.CookiesSet, c =>
        {
            foreach (var mark in new[] { "samesite=none", "secure", "partitioned", "httponly", "path=/console" }) Assert.Contains(mark, c.ToLowerInvariant());
        });

        host.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("/console/sign-in?to=", (await visitor.GetAsync("/console/cases")).GoesTo);
        Assert.Equal("/console/teams?to=%2Fconsole%2Fcases", (await visitor.GetAsync("/console/sign-in?to=%2Fconsole%2Fcases")).GoesTo);
    }

    [Fact]
    public async Task Any_other_token_gets_the_same_plain_page_and_no_session()
    {
        await using var entra = new FakeEntra(Now);
        await using var host = new ConsoleHost("Production", entra: entra.Settings);
        using var other = RSA.Create(2048);
        string With(string claim, object value) => entra.Token(Maya, t => t[claim] = value);
        var refused = new Dictionary<string, string>
        {
            ["tenant"] = With("tid", Guid.NewGuid().ToString("D")),
            ["audience"] = With("aud", "api://somebody-else"),
            ["issuer"] = With("iss", $"https://sts.windows.net/{entra.Tenant:D}/"),
            ["version"] = With("ver", "1.0"),
            ["expired"] = With("exp", Now.AddMinutes(-3).ToUnixTimeSeconds()),
            ["not yet"] = With("nbf", Now.AddMinutes(3).ToUnixTimeSeconds()),
            ["no end"] = entra.Token(Maya, t => t.Remove("exp")),
            ["other program"] = With("azp", Guid.NewGuid().ToString("D")),
            ["no program"] = entra.Token(Maya, t => t.Remove("azp")),
            ["scope"] = With("scp", "User.Read"),
            ["no oid"] = entra.Token(null),
            ["unknown person"] = entra.Token(Guid.NewGuid().ToString("D")),
            ["RS512"] = entra.Token(Maya, by: entra.Rs512),
            ["HS256"] = entra.Token(Maya, by: new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256)),
            ["other key"] = entra.Token(Maya, by: new SigningCredentials(new RsaSecurityKey(other) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256)),
            ["junk"] = "a.b.c",
        };
        string? page = null;
        foreach (var (why, token) in refused)
        {
            var visitor = host.Visit();
            var answer = await ShowAsync(visitor, token);
            Assert.Equal((why, HttpStatusCode.Forbidden), (why, answer.Status));
            Assert.Equal(page ??= answer.Body, answer.Body);
            Assert.Empty(visitor.Cookies);
        }

        Assert.Contains("You are signed in, but not in the staff directory", page);
        Assert.Equal(HttpStatusCode.OK, (await ShowAsync(host.Visit(), entra.Token(Maya))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ShowAsync(host.Visit(), With("aud", "api://support.example.org/botid-1"))).Status);
    }

    [Fact]
    public async Task A_browser_goes_by_code_and_comes_back_to_the_page_that_was_asked_for()
    {
        await using var entra = new FakeEntra(Now);
        await using var host = new ConsoleHost("Production", entra: entra.Settings);
        var visitor = host.Visit();
        var done = await RoundTripAsync(visitor, "/console/cases/K7M-2QD");
        Assert.True(done.GoesTo is not null, host.Logged.Text);
        Assert.Equal("/console/sign-in/done?to=%2Fconsole%2Fcases%2FK7M-2QD", done.GoesTo);
        Assert.Equal("0;url=/console/cases/K7M-2QD", (await visitor.GetAsync(done.GoesTo!)).Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/console")).Status);
        var cookie = visitor.CookiesSet.Last(c => c.StartsWith("console=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie);
        Assert.DoesNotContain("partitioned", cookie.ToLowerInvariant());

        Assert.Equal("/console/signed-out", (await visitor.PostAsync("/console/sign-out", [])).GoesTo);
        Assert.Contains("/console/sign-in?to=", (await visitor.GetAsync("/console")).GoesTo);
    }

    [Fact]
    public async Task A_browser_whose_account_is_nobodys_gets_the_plain_page()
    {
        await using var entra = new FakeEntra(Now) { SignsInAs = "99999999-0000-0000-0000-000000000001" };
        await using var host = new ConsoleHost("Production", entra: entra.Settings);
        var visitor = host.Visit();
        var answer = await RoundTripAsync(visitor, "/console");
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain("console", visitor.Cookies.Keys);
    }

    private static async Task<Answer> RoundTripAsync(Visitor visitor, string page)
    {
        var asked = new Uri((await visitor.GetAsync(page)).GoesTo!);
        var away = (await visitor.GetAsync(asked.PathAndQuery)).GoesTo!;
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(new Uri(away));
        return await visitor.GetAsync(back.Headers.Location!.PathAndQuery);
    }
}
