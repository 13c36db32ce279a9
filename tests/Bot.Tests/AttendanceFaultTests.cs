using SupportBot.Protocols;

namespace SupportBot.Bot.Tests;

/// <summary>The limits of absence and the protocol that uses them say the same, or the process does not become ready.</summary>
public class AttendanceFaultTests
{
    private const string Path = "directory/attendance.yaml";

    private static SupportContent With(string? text)
    {
        var files = new Dictionary<string, string>(ContentFolder.Read(null));
        if (text is null) files.Remove(Path);
        else files[Path] = text;
        return SupportContent.Load(files, [], CheckDepth.StartUp);
    }

    private static string BuiltIn => ContentFolder.Read(null)[Path];

    [Theory]
    [InlineData("from: 10,", "from: 12,", "the band \"ten\" begins at 12 here, and attendance-intervention@1 calls it \"10 to under 20\"")]
    [InlineData("band: twenty", "band: thirty", "has no band \"thirty\"")]
    [InlineData("tier: tier-3", "tier: tier-4", "has no tier \"tier-4\"")]
    [InlineData("alert: tell-counselor", "alert: thanks", "has no alert \"thanks\"")]
    [InlineData("form: tell-us", "form: thanks", "has no form \"thanks\"")]
    [InlineData("task: tier ", "task: teer ", "has no task \"teer\"")]
    [InlineData("protocol: attendance-intervention", "protocol: attendance", "there is no active protocol \"attendance\"")]
    public void Limits_that_drift_from_the_protocol_are_a_fault(string old, string replacement, string what)
    {
        Assert.Contains(old, BuiltIn);
        var content = With(BuiltIn.Replace(old, replacement, StringComparison.Ordinal));
        Assert.Null(content.Content);
        Assert.Contains(content.Faults, f => f.IsError && f.File == Path && f.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_district_may_take_no_figures() => Assert.Null(With(null).Content!.District.Absence);

    [Fact]
    public void The_built_in_limits_are_those_of_the_protocol() => Assert.Equal("ten", With(BuiltIn).Content!.District.Absence!.Line);
}
