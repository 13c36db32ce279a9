namespace SupportBot.Protocols.Tests;

public class ShelfTests
{
    private static Protocol Version(int version, string status, string effective) =>
        Samples.Of(Samples.Help, $"version: {version}\nstatus: {status}\neffective: {effective}");

    private static readonly Protocol One = Version(1, "active", "{ from: \"2026-01-01\" }");
    private static readonly Protocol Two = Version(2, "active", "{ from: \"2026-09-01\", to: \"2026-12-31\" }");
    private static readonly Protocol Three = Version(3, "active", "{ from: \"2027-09-01\" }");
    private static readonly Protocol Draft = Version(4, "draft", "{ from: \"2026-01-01\" }");

    private static ProtocolShelf Shelf(params RecalledVersion[] recalls) => new([Three, Draft, One, Two], recalls);

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-05-01", 1)]
    [InlineData("2026-09-01", 2)]
    [InlineData("2026-12-31", 2)]
    [InlineData("2027-01-01", 1)]
    [InlineData("2027-09-01", 3)]
    public void The_highest_active_version_in_effect_is_started(string today, int? version) =>
        Assert.Equal(version, Shelf().Startable("small", DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))?.Version);

    [Fact]
    public void A_recalled_version_is_not_started_but_still_found()
    {
        var shelf = Shelf(new RecalledVersion(Two.Key, new DateOnly(2026, 9, 5), "safeguarding-lead", "why"));
        Assert.Equal(1, shelf.On(new DateOnly(2026, 10, 1)).Newest("small")!.Version);
        Assert.Same(Two, shelf.On(new DateOnly(2026, 10, 1)).Get(Two.Key));
        Assert.True(shelf.IsRecalled(Two.Key));
    }

    [Fact]
    public void A_menu_entry_finds_what_it_starts()
    {
        Assert.Equal([Two], Shelf().StartedBy("menu:small", new DateOnly(2026, 10, 1)));
        Assert.Empty(Shelf().StartedBy("menu:other", new DateOnly(2026, 10, 1)));
    }
}
