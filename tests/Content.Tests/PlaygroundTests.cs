using NJsonSchema;
using SupportBot.Yaml;

namespace SupportBot.Content.Tests;

/// <summary>The people of the Agents Playground are those of the demo district: otherwise the bot knows nobody there.</summary>
public class PlaygroundTests
{
    [Theory]
    [InlineData("playground"), InlineData("playground/nurse")]
    public async Task Its_configuration_follows_the_official_schema(string folder)
    {
        var cancel = TestContext.Current.CancellationToken;
        var schemas = Environment.GetEnvironmentVariable("SUPPORTBOT_SCHEMAS");
        if (string.IsNullOrEmpty(schemas)) Assert.Skip("SUPPORTBOT_SCHEMAS names no folder with the schema of the Agents Playground.");
        var rules = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(schemas, "agents-playground-config-0.1.1.json"), cancel), cancel);
        var json = CanonicalJson.Write(Read(folder));
        Assert.Equal([], rules.Validate(json).Select(e => $"{e.Path}: {e.Kind}"));
        Assert.NotEmpty(rules.Validate(json.Replace("\"groupChat\"", "\"chat\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("playground", "maya-okafor"), InlineData("playground/nurse", "kim-soto")]
    public void Its_people_are_people_of_the_demo_district(string folder, string itself)
    {
        var root = Read(folder);
        var current = root.Map("currentUser");
        // A sixth other person, or a fourth, and the Playground ends without a word.
        var others = root.List("users").Maps();
        Assert.Equal(5, others.Count);
        Assert.Single(root.Map("team").List("channels"));
        Assert.Equal($"29:{itself}", current.Text("id"));
        foreach (var shown in others.Append(current))
        {
            var person = BuiltInDirectory.District.PersonOfEntra(shown.Text("aadObjectId"));
            Assert.Equal((person?.Name, person?.Mail, $"29:{person?.Id}"), (shown.Text("name"), shown.Text("email"), shown.Text("id")));
            Assert.Equal((person!.Mail, person.Name), (shown.Text("userPrincipleName"), $"{shown.Text("givenName")} {shown.Text("surname")}"));
        }
    }

    [Fact]
    public void Two_people_have_two_chats() =>
        Assert.NotEqual(Read("playground").Map("personalChat").Text("id"), Read("playground/nurse").Map("personalChat").Text("id"));

    private static YamlMap Read(string folder)
    {
        var name = Path.Combine(BuiltIn.Root, folder, ".m365agentsplayground.yml");
        var file = YamlFile.Read(name, File.ReadAllText(name));
        Assert.Empty(file.Faults);
        return file.Root!;
    }
}
