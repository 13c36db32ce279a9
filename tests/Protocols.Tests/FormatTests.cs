using SupportBot.Yaml;

namespace SupportBot.Protocols.Tests;

public class FormatTests
{
    [Fact]
    public void An_older_shape_is_upgraded_one_step_a_format()
    {
        var (root, faults) = YamlFile.Read("f.yaml", "format: 1\nname: \"Small\"\nold: 1\n");
        Func<YamlMap, YamlMap>[] upgrades = [map => map.Renamed("name", "label"), map => map.Renamed("label", "title").Without("old")];
        var upgraded = ProtocolFormat.Upgrade(root!, upgrades)!;
        Assert.Empty(faults);
        Assert.Equal(["format", "title"], upgraded.Keys);
        Assert.Equal("Small", upgraded.Text("title"));
        Assert.Equal(2, upgraded["title"]!.Line);
    }

    [Fact]
    public void The_newest_shape_is_left_as_it_is()
    {
        var (root, _) = YamlFile.Read("f.yaml", "format: 2\nname: \"Small\"\n");
        Assert.Same(root, ProtocolFormat.Upgrade(root!, [_ => throw new InvalidOperationException("not for this format")]));
    }
}
