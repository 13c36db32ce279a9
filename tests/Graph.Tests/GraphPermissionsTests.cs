using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportBot.Graph.Tests;

/// <summary>What the program asks for, what its papers say, and what its manifest names are the same.</summary>
public sealed partial class GraphPermissionsTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("infra/README.md")]
    public void The_papers_name_every_permission_and_no_other(string file)
    {
        var text = File.ReadAllText(GraphNoticesTests.At(file));
        var table = text[text.IndexOf("Graph permissions", StringComparison.Ordinal)..];
        var rows = table.Split('\n').SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|'));
        var named = rows.Select(r => r.Split('|')[1]).SelectMany(cell => Name().Matches(cell).Select(m => m.Groups[1].Value));
        Assert.Equal(GraphPermissions.All.Select(p => p.Name).Order(), named.Order());
    }

    [Fact]
    public void What_comes_with_the_app_stands_in_its_manifest_and_nothing_else_does()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(GraphNoticesTests.At("manifest", "manifest.json")))!;
        var asked = manifest["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray().Select(p => ((string)p!["name"]!, (string)p["type"]!));
        Assert.Equal(GraphPermissions.All.Where(p => p.With == GraphPermissions.WithTheApp).Select(p => (p.Name, "Application")), asked);
        Assert.NotNull(manifest["webApplicationInfo"]!["id"]);
    }

    [Fact]
    public void None_may_write_to_everybodys_mail_or_change_the_directory()
    {
        Assert.All(GraphPermissions.All, p => Assert.DoesNotMatch(@"^(User|Group|Directory|Chat|Mail|Files|Sites)\.?ReadWrite", p.Name));
        Assert.Equal(GraphPermissions.All.Count, GraphPermissions.All.Select(p => p.Name).Distinct().Count());
        // A subscription on the calendar needs the calendar's permission and no other.
        Assert.Equal(Enum.GetValues<GraphChannel>().Except([GraphChannel.Subscription]), GraphPermissions.All.Select(p => p.Channel).Distinct().Order());
    }

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Name();
}
