using System.Reflection;
using Newtonsoft.Json.Linq;

namespace SupportBot.Package.Tests;

public class AzureTests
{
    private static readonly string[] Scope = ["--subscription-id", "00000000-0000-0000-0000-0000000000aa", "--tenant-id", "00000000-0000-0000-0000-0000000000bb", "--resource-group", "supportbot", "--location", "westus3"];

    private static (int Code, string Said) Bicep(params string[] arguments)
    {
        var bicep = typeof(AzureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;
        if (!File.Exists(bicep)) Assert.Skip("The Bicep command line is not to be had on this platform.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(bicep, File.GetUnixFileMode(bicep) | UnixFileMode.UserExecute);
        return Command.Run(bicep, arguments);
    }

    private static JArray Resources(string stage) =>
        (JArray)JObject.Parse(File.ReadAllText(Command.At("infra", $"{stage}.snapshot.json")))["predictedResources"]!;

    // A copy, so that a control may break it and the formatter may write into it.
    private static string Copy()
    {
        var to = Directory.CreateTempSubdirectory("infra").FullName;
        Directory.CreateDirectory(Path.Combine(to, "modules"));
        foreach (var file in Files()) File.Copy(Command.At("infra", file), Path.Combine(to, file));
        return to;
    }

    private static string[] Files() =>
        [.. Directory.EnumerateFiles(Command.At("infra"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Command.At("infra"), f))
            .Where(f => f.Contains(".bicep", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal))];

    [Fact]
    public void Template_has_no_diagnostic() => Assert.Equal((0, ""), Bicep("lint", Command.At("infra", "main.bicep")));

    [Fact]
    public void A_fault_in_a_template_is_said()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("bicep").FullName, "main.bicep");
        File.WriteAllText(file, "param unused string\n");
        Assert.Contains("no-unused-params", Bicep("lint", file).Said);
    }

    [Fact]
    public void Every_template_is_formatted_and_one_that_is_not_is_found_out()
    {
        var copy = Copy();
        var crooked = Path.Combine(copy, "crooked.bicep");
        File.WriteAllText(crooked, "param   name    string\n");
        Assert.Equal(0, Bicep("format", "--pattern", Path.Combine(copy, "**", "*.bicep")).Code);
        Assert.Equal("param name string\n", File.ReadAllText(crooked));
        foreach (var file in Files().Where(f => f.EndsWith(".bicep", StringComparison.Ordinal)))
            Assert.Equal(File.ReadAllText(Command.At("infra", file)), File.ReadAllText(Path.Combine(copy, file)));
    }

    [Theory]
    [InlineData("test"), InlineData("production")]
    public void What_would_be_deployed_is_what_was_accepted(string stage) =>
        Assert.Equal((0, ""), Bicep(["snapshot", Command.At("infra", $"{stage}.bicepparam"), "--mode", "validate", .. Scope]));

    [Fact]
    public void A_change_that_nobody_accepted_is_found_out()
    {
        var copy = Copy();
        var site = Path.Combine(copy, "modules", "site.bicep");
        File.WriteAllText(site, File.ReadAllText(site).Replace("httpsOnly: true", "httpsOnly: false"));
        var (code, said) = Bicep(["snapshot", Path.Combine(copy, "test.bicepparam"), "--mode", "validate", .. Scope]);
        Assert.NotEqual(0, code);
        Assert.Contains("httpsOnly", said);
    }

    [Theory]
    [InlineData("test"), InlineData("production")]
    public void No_client_address_is_kept_nothing_is_open_but_the_site_and_the_key_stays(string stage) =>
        Assert.Empty(AzureFaults.In(Resources(stage)));

    [Theory]
    [InlineData("Microsoft.Insights/diagnosticSettings", "properties.logs", """[{"category":"AppServiceHTTPLogs","enabled":true}]""")]
    [InlineData("Microsoft.Insights/diagnosticSettings", "properties.logs", """[{"categoryGroup":"allLogs","enabled":true}]""")]
    [InlineData("Microsoft.KeyVault/vaults", "properties.publicNetworkAccess", "\"Enabled\"")]
    [InlineData("Microsoft.DBforPostgreSQL/flexibleServers", "properties.network.publicNetworkAccess", "\"Enabled\"")]
    [InlineData("Microsoft.KeyVault/vaults/keys", "properties.attributes.exportable", "true")]
    [InlineData("Microsoft.Web/serverfarms", "sku.capacity", "1")]
    [InlineData("Microsoft.Web/sites", "properties.siteConfig.httpLoggingEnabled", "true")]
    public void A_doctored_template_is_found_out(string type, string path, string value)
    {
        var resources = Resources("production");
        var victim = resources.First(r => (string?)r["type"] == type);
        var dot = path.LastIndexOf('.');
        victim.SelectToken(path[..dot])![path[(dot + 1)..]] = JToken.Parse(value);
        Assert.Single(AzureFaults.In(resources));
    }
}
