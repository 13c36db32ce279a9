using System.Globalization;
using static SupportBot.Training.Tests.RollBench;

namespace SupportBot.Training.Tests;

public class AttendanceTests
{
    private static readonly HashSet<string> None = [];
    private static readonly Dictionary<string, int> NoMinutes = [];

    [Theory]
    [InlineData(-16, typeof(RollRefusal.TooEarly))]
    [InlineData(-15, null)]
    [InlineData(15, null)]
    [InlineData(16, typeof(RollRefusal.TooLate))]
    public void Check_in_is_open_a_quarter_of_an_hour_to_both_sides(int minutes, Type? refusal)
    {
        var result = RollEngine.CheckIn(Roll().With(1), "p1", None, At(Starts.AddMinutes(minutes)));

        Assert.Equal(refusal, result.Refused?.GetType());
    }

    [Fact]
    public void The_facilitator_lets_somebody_in_by_hand_and_twice_is_once()
    {
        var late = At(Starts.AddMinutes(40));
        var step = RollEngine.CheckIn(Roll().With(1), "p1", None, late, byHand: true).Step!;

        Assert.Equal([new RollEvent.CheckedIn("p1")], step.Events);
        Assert.Empty(RollEngine.CheckIn(step.Roll, "p1", None, late, byHand: true).Step!.Events);
        Assert.IsType<RollRefusal.NotOnRoll>(RollEngine.CheckIn(step.Roll, "stranger", None, late, byHand: true).Refused);
    }

    [Fact]
    public void A_prerequisite_that_lapsed_since_the_sign_up_is_seen_at_the_door()
    {
        var course = Course("sp-l1", ["sp-qpr"]);
        var roll = RollEngine.SignUp(Roll(), Who("p", false, "sp-qpr"), At(course: course)).Step!.Roll;
        var waived = RollEngine.SignUp(Roll(), Who("p") with { Waived = true }, At(course: course)).Step!.Roll;

        Assert.IsType<RollRefusal.PrerequisiteMissing>(RollEngine.CheckIn(roll, "p", None, At(Starts, course)).Refused);
        Assert.NotNull(RollEngine.CheckIn(waived, "p", None, At(Starts, course)).Step);
    }

    [Fact]
    public void Who_was_there_long_enough_has_completed_and_the_others_have_not()
    {
        var roll = Roll(6).With(6);
        foreach (var (person, minute) in new[] { ("p1", -10), ("p2", 12), ("p3", 13) }) roll = RollEngine.CheckIn(roll, person, None, At(Starts.AddMinutes(minute)), byHand: true).Step!.Roll;

        var step = RollEngine.Close(roll, new Dictionary<string, int> { ["p4"] = 500, ["p5"] = 30 }, None, At(Starts.AddHours(2))).Step!;

        // 108 of 120 minutes are 90 percent.
        Assert.Equal(
            [new("p1", EnrolmentState.Completed, 120), new("p2", EnrolmentState.Completed, 108), new("p3", EnrolmentState.Partial, 107), new("p4", EnrolmentState.Completed, 120), new("p5", EnrolmentState.Partial, 30), new("p6", EnrolmentState.NoShow, 0)],
            step.Events.Cast<RollEvent.Finished>());
        Assert.Equal(SessionState.Held, step.Roll.Session.State);
        Assert.IsType<RollRefusal.SessionIsOver>(RollEngine.Close(step.Roll, NoMinutes, None, At(Starts.AddHours(3))).Refused);
    }

    [Fact]
    public void An_absence_with_a_reason_is_no_mark_and_whoever_still_waits_waits_no_more()
    {
        var roll = Roll(1).With(2);
        var closed = RollEngine.Close(roll, NoMinutes, new HashSet<string> { "p1" }, At(Starts.AddHours(2))).Step!.Roll;

        Assert.Equal((EnrolmentState.Excused, EnrolmentState.Expired), (closed.StateOf("p1"), closed.StateOf("p2")));
        Assert.IsType<RollRefusal.TooEarly>(RollEngine.Close(roll, NoMinutes, None, At()).Refused);
    }

    [Fact]
    public void A_course_with_a_test_is_completed_by_the_test()
    {
        var course = Course() with { PassPercent = 80 };
        var moment = At(Starts.AddHours(2), course);
        var roll = RollEngine.Close(Roll().With(1, At(course: course)), new Dictionary<string, int> { ["p1"] = 120 }, None, moment).Step!.Roll;

        Assert.Equal(EnrolmentState.Attended, roll.StateOf("p1"));
        Assert.Equal(EnrolmentState.Attended, RollEngine.Test(roll, "p1", 79, moment).Step!.Roll.StateOf("p1"));
        Assert.Equal(EnrolmentState.Completed, RollEngine.Test(roll, "p1", 80, moment).Step!.Roll.StateOf("p1"));
    }

    [Fact]
    public void The_code_on_the_wall_counts_for_its_time_and_the_one_after_and_for_no_other_session()
    {
        byte[] secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
        byte[] other = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];
        var (now, holds) = (Starts, TimeSpan.FromSeconds(60));
        var code = CheckInCode.At(now, secret, holds);

        Assert.Matches("^[0-9]{6}$", code);
        Assert.True(CheckInCode.Counts($"{code[..3]} {code[3..]}", now, secret, holds));
        Assert.True(CheckInCode.Counts(code, now.AddSeconds(60), secret, holds));
        Assert.False(CheckInCode.Counts(code, now.AddSeconds(120), secret, holds));
        Assert.False(CheckInCode.Counts(code, now, other, holds));
        foreach (var wrong in new[] { "", "12345", $"{code}0", "abcdef" }) Assert.False(CheckInCode.Counts(wrong, now, secret, holds), wrong);
        Assert.True(Enumerable.Range(0, 50).Select(i => CheckInCode.At(now.AddMinutes(i), secret, holds)).Distinct().Count() > 45, code.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_serial_is_read_however_it_is_typed()
    {
        var serial = CertificateSerial.From([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

        Assert.Matches("^T(-[2-9A-Z]{4}){3}$", serial);
        Assert.Equal(serial, CertificateSerial.Read(serial.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Null(CertificateSerial.Read(serial[..^1]));
        Assert.Null(CertificateSerial.Read("T-0000-0000-0000"));
    }
}
