using CsCheck;
using static SupportBot.Training.Tests.RollBench;

namespace SupportBot.Training.Tests;

public class SignUpTests
{
    [Fact]
    public void The_first_get_the_seats_and_the_next_a_place_on_the_list()
    {
        var roll = Roll().With(5);

        Assert.Equal(["p1", "p2", "p3"], roll.Enrolments.Where(e => e.State == EnrolmentState.Enrolled).Select(e => e.PersonId));
        Assert.Equal((1, 2), (roll.PlaceOf("p4"), roll.PlaceOf("p5")));
        Assert.Null(roll.PlaceOf("p1"));
    }

    [Fact]
    public void Whoever_must_take_the_course_waits_before_those_who_may()
    {
        var roll = Roll().With(5);
        var step = RollEngine.SignUp(roll, Who("new-hire", required: true), At()).Step!;

        Assert.Equal(new RollEvent.Waitlisted("new-hire", 1), Assert.Single(step.Events));
        Assert.Equal(["new-hire", "p4", "p5"], step.Roll.Waiting.Select(w => w.PersonId));
    }

    [Fact]
    public void A_free_seat_is_offered_to_the_next_for_a_day()
    {
        var step = RollEngine.Cancel(Roll().With(5), "p2", At()).Step!;

        Assert.Equal([new RollEvent.Cancelled("p2", Late: false), new RollEvent.Offered("p4", Before.AddHours(24))], step.Events);
        Assert.Equal(0, step.Roll.Free);
    }

    [Fact]
    public void On_the_day_of_the_session_an_offer_holds_for_two_hours_and_never_beyond_its_beginning()
    {
        var roll = Roll().With(5);
        var morning = Starts.AddHours(-6);
        var early = RollEngine.Cancel(roll, "p2", At(morning)).Step!;
        var late = RollEngine.Cancel(roll, "p2", At(Starts.AddMinutes(-20))).Step!;

        Assert.Equal(new RollEvent.Offered("p4", morning.AddHours(2)), early.Events[1]);
        Assert.Equal(new RollEvent.Offered("p4", Starts), late.Events[1]);
        Assert.Equal(new RollEvent.Cancelled("p2", Late: true), late.Events[0]);
    }

    [Fact]
    public void An_offer_that_nobody_takes_goes_to_the_next()
    {
        var offered = RollEngine.Cancel(Roll().With(5), "p2", At()).Step!.Roll;
        Assert.Equal(Before.AddHours(24), RollEngine.NextPass(offered));
        Assert.Empty(RollEngine.Pass(offered, At(Before.AddHours(23))).Events);

        var later = At(Before.AddHours(24));
        var step = RollEngine.Pass(offered, later);

        Assert.Equal([new RollEvent.Expired("p4", WasOffered: true), new RollEvent.Offered("p5", Before.AddHours(48))], step.Events);
        Assert.IsType<RollRefusal.NoOffer>(RollEngine.Accept(step.Roll, "p4", later).Refused);
    }

    [Fact]
    public void Whoever_takes_an_offer_in_time_has_the_seat()
    {
        var offered = RollEngine.Cancel(Roll().With(5), "p2", At()).Step!.Roll;

        Assert.Equal(EnrolmentState.Enrolled, RollEngine.Accept(offered, "p4", At(Before.AddHours(23))).Step!.Roll.StateOf("p4"));
        Assert.IsType<RollRefusal.NoOffer>(RollEngine.Accept(offered, "p4", At(Before.AddHours(24))).Refused);
        Assert.IsType<RollRefusal.NoOffer>(RollEngine.Accept(offered, "p5", At()).Refused);
    }

    [Fact]
    public void Whoever_comes_while_a_seat_is_offered_does_not_pass_those_who_wait()
    {
        var offered = RollEngine.Cancel(Roll().With(5), "p2", At()).Step!.Roll;

        Assert.Equal(EnrolmentState.Waitlisted, RollEngine.SignUp(offered, Who("late"), At()).Step!.Roll.StateOf("late"));
    }

    [Fact]
    public void Sign_up_opens_and_closes()
    {
        Assert.Equal(new RollRefusal.NotOpenYet(Starts.AddDays(-21)), RollEngine.SignUp(Roll(), Who("p"), At(Starts.AddDays(-22))).Refused);
        Assert.Equal(new RollRefusal.SignUpIsOver(Starts.AddDays(-2)), RollEngine.SignUp(Roll(), Who("p"), At(Starts.AddDays(-2))).Refused);
        Assert.IsType<RollRefusal.SessionIsOver>(RollEngine.SignUp(Roll(), Who("p"), At(Starts)).Refused);
        Assert.IsType<RollRefusal.SessionIsOff>(RollEngine.SignUp(RollEngine.CallOff(Roll()).Step!.Roll, Who("p"), At()).Refused);
    }

    [Fact]
    public void Nobody_is_on_a_roll_twice_and_whoever_comes_back_goes_to_the_end()
    {
        var roll = Roll().With(5);
        Assert.Equal(new RollRefusal.AlreadyOn(EnrolmentState.Enrolled), RollEngine.SignUp(roll, Who("p1"), At()).Refused);
        Assert.Equal(new RollRefusal.AlreadyOn(EnrolmentState.Waitlisted), RollEngine.SignUp(roll, Who("p4"), At()).Refused);

        var back = RollEngine.SignUp(RollEngine.Cancel(roll, "p4", At()).Step!.Roll, Who("p4"), At()).Step!.Roll;
        Assert.Equal(["p5", "p4"], back.Waiting.Select(w => w.PersonId));
        Assert.Single(back.Enrolments, e => e.PersonId == "p4");
    }

    [Fact]
    public void Who_is_elsewhere_at_that_time_is_told_where()
    {
        var other = Session() with { Id = Guid.NewGuid(), Starts = Starts.AddHours(1), Ends = Starts.AddHours(3) };
        var next = other with { Starts = Starts.AddHours(2) };

        Assert.Equal(new RollRefusal.Elsewhere(other), RollEngine.SignUp(Roll(), Who("p") with { Elsewhere = [other] }, At()).Refused);
        Assert.NotNull(RollEngine.SignUp(Roll(), Who("p") with { Elsewhere = [next] }, At()).Step);
    }

    [Fact]
    public void What_a_course_asks_for_is_looked_at_when_somebody_signs_up_and_one_of_several_is_enough()
    {
        var course = Course("sp-l1", ["sp-qpr", "sp-asist"], ["nho-core"]);

        var refused = Assert.IsType<RollRefusal.PrerequisiteMissing>(RollEngine.SignUp(Roll(), Who("p", false, "nho-core"), At(course: course)).Refused);
        Assert.Equal(["sp-qpr", "sp-asist"], Assert.Single(refused.OneOf));
        Assert.NotNull(RollEngine.SignUp(Roll(), Who("p", false, "nho-core", "sp-asist"), At(course: course)).Step);
        Assert.NotNull(RollEngine.SignUp(Roll(), Who("p") with { Waived = true }, At(course: course)).Step);
    }

    [Fact]
    public void A_course_that_is_not_for_somebody_takes_them_only_where_it_is_asked_of_them()
    {
        Assert.IsType<RollRefusal.NotForThem>(RollEngine.SignUp(Roll(), Who("p") with { MayCome = false }, At()).Refused);
        Assert.NotNull(RollEngine.SignUp(Roll(), Who("p", required: true) with { MayCome = false }, At()).Step);
    }

    [Fact]
    public void Whoever_would_swap_gets_a_seat_or_keeps_what_they_have()
    {
        Assert.IsType<RollRefusal.Full>(RollEngine.SignUpIfFree(Roll().With(3), Who("p"), At()).Refused);
        Assert.Equal(EnrolmentState.Enrolled, RollEngine.SignUpIfFree(Roll().With(2), Who("p"), At()).Step!.Roll.StateOf("p"));
    }

    [Fact]
    public void More_seats_go_to_those_who_wait_and_there_are_never_fewer_than_are_taken()
    {
        var roll = Roll().With(5);

        Assert.Equal(new RollRefusal.SeatsTaken(3), RollEngine.Change(roll, Session(2), At()).Refused);
        Assert.Equal([new RollEvent.Offered("p4", Before.AddHours(24))], RollEngine.Change(roll, Session(4), At()).Step!.Events);
    }

    [Fact]
    public void Another_time_is_told_to_everybody_once_and_the_same_time_to_nobody()
    {
        var roll = Roll().With(4);

        Assert.Equal(["p1", "p2", "p3", "p4"], RollEngine.Change(roll, Session() with { Place = "Gym" }, At()).Step!.Events.Select(e => e.PersonId));
        Assert.Empty(RollEngine.Change(roll, Session() with { FacilitatorIds = ["ben"] }, At()).Step!.Events);
        Assert.Equal(4, RollEngine.CallOff(roll).Step!.Events.OfType<RollEvent.SessionChanged>().Count(e => e.IsCancelled));
    }

    [Fact]
    public void Whatever_comes_in_whatever_order_no_seat_is_held_twice_and_none_is_free_while_somebody_waits()
    {
        var verb = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 12], Gen.Bool, Gen.Int[0, 30]);
        verb.Array[0, 60].Sample(verbs =>
        {
            var (roll, now) = (Roll(), Starts.AddDays(-20));
            foreach (var (what, person, required, hours) in verbs)
            {
                now = now.AddHours(hours);
                var moment = At(now);
                var name = $"p{person}";
                // A worker looks whenever an offer is over.
                roll = RollEngine.Pass(roll, moment).Roll;
                RollResult result = what switch
                {
                    0 or 1 => RollEngine.SignUp(roll, Who(name, required), moment),
                    2 => RollEngine.Cancel(roll, name, moment),
                    3 => RollEngine.Accept(roll, name, moment),
                    4 => RollEngine.Add(roll, Who(name, required), moment),
                    _ => RollEngine.Change(roll, roll.Session with { Seats = person }, moment),
                };
                roll = result.Step?.Roll ?? roll;
                Assert.True(roll.Free >= 0, "more people than seats");
                Assert.False(roll.Free > 0 && roll.Waiting.Any() && now < Starts, "a seat is free while somebody waits");
                Assert.Equal(roll.Enrolments.Count, roll.Enrolments.Select(e => e.PersonId).Distinct().Count());
                Assert.Equal(roll.Enrolments.Count, roll.Enrolments.Select(e => e.Order).Distinct().Count());
            }
        });
    }
}
