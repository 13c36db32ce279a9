using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

public class DutyRosterTests
{
    private static readonly DutyRoster Roster = SmallDistrict.District.Roster;

    private static string Called(string role, string? school, string localPacific, params string[] except) =>
        string.Join(' ', Roster.HoldersOf(role, school, Pacific(localPacific), except).Select(p => p.Id.Split('-')[0]));

    private static DateTimeOffset Pacific(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(-8));

    [Theory]
    [InlineData("2026-11-23 09:00", "ana ben dina")] // on duty by day, then the fallback
    [InlineData("2026-11-23 18:00", "ben dina ana")]
    [InlineData("2026-11-24 07:59", "ben dina ana")] // the night of Monday
    [InlineData("2026-11-24 08:00", "ana ben dina")]
    [InlineData("2026-11-28 07:59", "ben dina ana")] // the night of Friday ends on Saturday morning
    [InlineData("2026-11-28 08:00", "dina ana")]
    [InlineData("2026-11-30 05:00", "dina")] // Sunday's turn ends on Monday morning; ana is away from Monday on
    public void The_people_on_duty_come_first_then_the_fallback(string at, string called) =>
        Assert.Equal(called, Called("duty-counselor", "north-middle", at));

    [Fact]
    public void An_override_replaces_the_shifts_of_its_dates()
    {
        Assert.Equal("dina ana", Called("duty-counselor", "north-middle", "2026-12-24 09:00"));
        Assert.Equal("ana ben dina", Called("duty-counselor", "north-middle", "2026-12-28 09:00"));
    }

    [Fact]
    public void Somebody_absent_is_not_called()
    {
        Assert.Equal("ben dina", Called("duty-counselor", "north-middle", "2026-12-01 09:00"));
        Assert.Equal("ana ben dina", Called("duty-counselor", "north-middle", "2026-12-02 09:00"));
    }

    [Fact]
    public void Somebody_with_a_conflict_of_interest_is_not_called() =>
        Assert.Equal("ben dina", Called("duty-counselor", "north-middle", "2026-11-23 09:00", "ana-garcia-lopez"));

    [Fact]
    public void Nobody_left_is_an_empty_answer_and_not_a_person_with_a_conflict() =>
        Assert.Empty(Roster.HoldersOf("duty-counselor", "north-middle", Pacific("2026-11-23 09:00"), ["ana-garcia-lopez", "ben-park", "dina-park"]));

    [Fact]
    public void A_role_that_nobody_holds_is_an_empty_answer() =>
        Assert.Empty(Roster.HoldersOf("nurse", null, Pacific("2026-11-23 09:00")));

    [Fact]
    public void A_role_without_a_roster_is_held_by_the_school_and_then_by_the_district()
    {
        Assert.Equal("ana ben cleo", Called("counselor", "north-middle", "2026-11-23 03:00"));
        Assert.Equal("ben cleo", Called("counselor", "alder-creek", "2026-11-23 03:00"));
        Assert.Equal("cleo", Called("counselor", null, "2026-11-23 03:00"));
    }

    [Fact]
    public void Somebody_off_duty_is_called_when_everybody_on_duty_is_excluded()
    {
        var reading = SmallDistrict.With("directory/roster.yaml", "fallback: [dina-park, ana-garcia-lopez]", "fallback: []");
        var called = reading.District!.Roster.HoldersOf("duty-counselor", null, Pacific("2026-11-23 18:00"), ["ben-park"]);
        Assert.Equal(["ana-garcia-lopez", "dina-park"], called.Select(p => p.Id));
    }

    [Fact]
    public void Shifts_go_by_the_clock_of_the_school()
    {
        const string halfPastEightInBoise = "2026-11-23 07:30";
        Assert.Equal("dina ana", Called("duty-counselor", "north-middle", halfPastEightInBoise));
        Assert.Equal("ana ben dina", Called("duty-counselor", "malheur-high", halfPastEightInBoise));
    }

    [Fact]
    public void The_schools_own_entry_and_its_fallback_come_before_the_districts()
    {
        var files = SmallDistrict.Files();
        files["directory/roster.yaml"] = files["directory/roster.yaml"].Replace(
            "absences:",
            "  - role: duty-counselor\n    schools: [alder-creek]\n    shifts:\n      - { days: [every-day], from: \"00:00\", to: \"00:00\", people: [cleo-obrien] }\n    fallback: [eli-stone]\nabsences:");
        var roster = SmallDistrict.Read(files).District!.Roster;
        Assert.Equal(
            ["cleo-obrien", "eli-stone", "ana-garcia-lopez", "ben-park", "dina-park"],
            roster.HoldersOf("duty-counselor", "alder-creek", Pacific("2026-11-23 09:00")).Select(p => p.Id));
        Assert.Equal("ana-garcia-lopez", roster.HoldersOf("duty-counselor", "north-middle", Pacific("2026-11-23 09:00"))[0].Id);
        Assert.True(roster.MayBeCalled("cleo-obrien", "duty-counselor", "alder-creek"));
        Assert.False(roster.MayBeCalled("cleo-obrien", "duty-counselor", "north-middle"));
    }

    [Theory]
    [InlineData("ben-park", "counselor", "alder-creek", true)] // holds it there
    [InlineData("ana-garcia-lopez", "counselor", "alder-creek", false)]
    [InlineData("cleo-obrien", "counselor", "alder-creek", true)] // in the whole district
    [InlineData("dina-park", "duty-counselor", "north-middle", true)]
    [InlineData("nobody", "counselor", "north-middle", false)]
    public void Who_may_be_called_may_open_the_case(string person, string role, string school, bool may) =>
        Assert.Equal(may, Roster.MayBeCalled(person, role, school));
}
