using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace SupportBot.Package.Tests;

public sealed class TeamsPackageTests : IDisposable
{
    private const string Id = "6f9619ff-8b86-4d11-b42d-00c04fc964ff";
    private readonly string _folder = Directory.CreateTempSubdirectory("package").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, string Said) Pack(params string[] properties) =>
        Command.Run("dotnet", ["msbuild", Command.At("manifest", "package.proj"), "-nologo", "-nodeReuse:false", "-m:1", "-t:Pack", $"-p:OutDir={_folder}/", .. properties]);

    private Dictionary<string, byte[]> Packed(string schema = "1.25")
    {
        var (code, said) = Pack($"-p:AppId={Id}", "-p:Host=help.district.example", $"-p:SchemaVersion={schema}");
        Assert.True(code == 0, said);
        using var zip = ZipFile.OpenRead(Path.Combine(_folder, "supportbot-teams.zip"));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var from = e.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray();
        });
    }

    private static string Faults(string schema, string json)
    {
        var folder = Environment.GetEnvironmentVariable("SUPPORTBOT_SCHEMAS");
        if (string.IsNullOrEmpty(folder)) Assert.Skip("SUPPORTBOT_SCHEMAS names no folder with the Teams schemas.");
        var rules = JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(folder, schema))).GetAwaiter().GetResult();
        return string.Join('\n', rules.Validate(JToken.Parse(json)).Select(e => $"{e.Path}: {e.Kind}"));
    }

    [Theory]
    [InlineData("1.19"), InlineData("1.25"), InlineData("1.30")]
    public void Manifest_and_strings_follow_the_official_schema(string version)
    {
        var files = Packed(version);
        var manifest = Encoding.UTF8.GetString(files["manifest.json"]);
        Assert.Equal("", Faults($"teams-manifest-{version}.json", manifest));
        foreach (var language in new[] { "en", "es" })
            Assert.Equal("", Faults($"teams-localization-{version}.json", Encoding.UTF8.GetString(files[$"strings.{language}.json"])));

        var broken = JObject.Parse(manifest);
        broken["accentColor"] = "blue";
        Assert.Contains("accentColor", Faults($"teams-manifest-{version}.json", broken.ToString()));
        Assert.NotEqual("", Faults($"teams-localization-{version}.json", """{"name.short":"A name that is much longer than thirty characters"}"""));
    }

    [Fact]
    public void The_zip_holds_five_files_at_its_root_and_no_open_place()
    {
        var files = Packed();
        Assert.Equal(["color.png", "manifest.json", "outline.png", "strings.en.json", "strings.es.json"], files.Keys.Order(StringComparer.Ordinal));
        foreach (var bytes in files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)).Select(f => f.Value))
        {
            Assert.DoesNotContain("@@", Encoding.UTF8.GetString(bytes));
            Assert.Equal((byte)'{', bytes[0]);
        }

        var tab = JObject.Parse(Encoding.UTF8.GetString(files["manifest.json"])).SelectToken("staticTabs[?(@.entityId == 'console')]")!;
        Assert.Equal("https://help.district.example/console/teams", (string?)tab["contentUrl"]);
        Assert.Equal("https://help.district.example/console", (string?)tab["websiteUrl"]);
    }

    [Theory]
    [InlineData("color.png", 192), InlineData("outline.png", 32)]
    public void Icons_have_the_size_that_Teams_asks_for(string file, int side)
    {
        var bytes = File.ReadAllBytes(Command.At("manifest", file));
        Assert.Equal(side, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.Equal(side, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }

    [Fact]
    public void Both_languages_say_the_same_things_and_every_string_has_its_place()
    {
        var manifest = JObject.Parse(File.ReadAllText(Command.At("manifest", "manifest.json")));
        var english = JObject.Parse(File.ReadAllText(Command.At("manifest", "strings.en.json")));
        var spanish = JObject.Parse(File.ReadAllText(Command.At("manifest", "strings.es.json")));
        Assert.Equal(english.Properties().Select(p => p.Name), spanish.Properties().Select(p => p.Name));
        foreach (var text in english.Properties().Where(p => p.Name != "$schema"))
            Assert.Equal((string?)manifest.SelectToken(text.Name), (string?)text.Value);
    }

    [Fact]
    public void A_notice_carries_number_kind_and_school_and_nothing_else()
    {
        var templates = JObject.Parse(File.ReadAllText(Command.At("manifest", "manifest.json"))).SelectTokens("activities.activityTypes[*].templateText").Select(t => (string)t!);
        Assert.All(templates, t => Assert.Equal(["{caseNumber}", "{kind}", "{school}"],
            System.Text.RegularExpressions.Regex.Matches(t, @"\{\w+\}").Select(m => m.Value).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("", "help.district.example", "AppId is missing")]
    [InlineData("not-an-id", "help.district.example", "AppId is missing")]
    [InlineData(Id, "", "Host is missing")]
    [InlineData(Id, "https://help.district.example", "Host is missing")]
    public void A_wrong_id_or_host_is_refused_in_plain_words(string id, string host, string sentence)
    {
        var (code, said) = Pack($"-p:AppId={id}", $"-p:Host={host}");
        Assert.NotEqual(0, code);
        Assert.Contains(sentence, said);
        Assert.False(File.Exists(Path.Combine(_folder, "supportbot-teams.zip")));
    }
}
