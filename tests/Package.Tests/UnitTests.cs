namespace SupportBot.Package.Tests;

public sealed class UnitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unit").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The program is not installed where tests run; everything else is checked as shipped.
    private string Unit(Func<string, string>? change = null)
    {
        if (!File.Exists("/usr/bin/systemd-analyze")) Assert.Skip("systemd-analyze is not installed.");
        var text = File.ReadAllText(Command.At("infra", "systemd", "supportbot.service")).Replace("/opt/supportbot/SupportBot.Bot", "/bin/true");
        var file = Path.Combine(_folder, "supportbot.service");
        File.WriteAllText(file, change is null ? text : change(text));
        return file;
    }

    private static (int Code, string Said) Exposure(string unit) => Command.Run("systemd-analyze", "security", "--offline=true", "--threshold=25", unit);

    [Fact]
    public void The_unit_is_valid_and_little_exposed()
    {
        Assert.Equal((0, ""), Command.Run("systemd-analyze", "verify", "--man=no", Unit()));
        var (code, said) = Exposure(Unit());
        Assert.True(code == 0, said);
    }

    [Fact]
    public void A_unit_without_its_walls_or_with_a_wrong_word_is_found_out()
    {
        Assert.NotEqual(0, Exposure(Unit(t => t.Replace("SystemCallFilter=", "#").Replace("CapabilityBoundingSet=", "#").Replace("ProtectSystem=strict", "").Replace("DynamicUser=yes", ""))).Code);
        Assert.NotEqual("", Command.Run("systemd-analyze", "verify", "--man=no", Unit(t => t.Replace("NoNewPrivileges", "NoNewPrivilege"))).Said);
    }
}
