namespace SupportBot.Training.Tests;

/// <summary>A workshop on a Wednesday in October, and people who want in.</summary>
internal static class RollBench
{
    public static readonly DateTimeOffset Starts = new(2026, 10, 14, 22, 0, 0, TimeSpan.Zero);

    /// <summary>A week before.</summary>
    public static readonly DateTimeOffset Before = Starts.AddDays(-7);

    public static TrainingRules Rules { get; } = new()
    {
        OpensDaysBefore = 21, ClosesSchoolDaysBefore = 2, FreeCancel = TimeSpan.FromHours(24), OfferHolds = TimeSpan.FromHours(24), OfferHoldsOnTheDay = TimeSpan.FromHours(2), NoShows = 2,
        CheckInBefore = TimeSpan.FromMinutes(15), CheckInAfter = TimeSpan.FromMinutes(15), CodeHolds = TimeSpan.FromSeconds(60), NewHireDays = 365,
        Overdue = [new(0, OverdueTo.Employee), new(7, OverdueTo.Supervisor), new(14, OverdueTo.Principal), new(21, OverdueTo.Hr)],
        Reminders = [TimeSpan.FromDays(7), TimeSpan.FromDays(1), TimeSpan.FromHours(1)], DueSoonDays = [30, 7], RenewalDays = [90, 60, 30, 7],
        QuietFrom = new TimeOnly(18, 0), QuietTo = new TimeOnly(7, 0), FollowUpDays = 60,
    };

    public static Course Course(string id = "eq-3", params string[][] prerequisites) => new()
    {
        Id = id, Code = id.ToUpperInvariant(), Titles = In(id), Summaries = In(id), Minutes = 120, Modality = Modality.InPerson, Seats = 3, Prerequisites = prerequisites, Pdu = 2,
        Validity = new Validity.Months(36), Source = "made up for tests", Status = "district default",
    };

    public static Dictionary<string, string> In(string english) => new() { ["en"] = english };

    public static Session Session(int seats = 3) => new()
    {
        Id = new Guid("00000000-0000-0000-0000-0000000000a1"), CourseId = "eq-3", Starts = Starts, Ends = Starts.AddHours(2), Seats = seats, Place = "Library", FacilitatorIds = ["ana"],
        OpensAt = Starts.AddDays(-21), ClosesAt = Starts.AddDays(-2),
    };

    public static Roll Roll(int seats = 3) => new(Session(seats), []);

    /// <param name="now">A week before where nothing is said.</param>
    public static RollMoment At(DateTimeOffset? now = null, Course? course = null) => new(now ?? Before, course ?? Course(), Rules, at => DateOnly.FromDateTime(at.UtcDateTime.AddHours(-7)));

    public static SignUp Who(string person, bool required = false, params string[] valid) => new(person, true, required, valid.ToHashSet(), []);

    /// <summary>The roll after so many have signed up, named <c>p1</c>, <c>p2</c> …</summary>
    public static Roll With(this Roll roll, int people, RollMoment? moment = null) =>
        Enumerable.Range(1, people).Aggregate(roll, (r, i) => RollEngine.SignUp(r, Who($"p{i}"), moment ?? At()).Step!.Roll);

    public static EnrolmentState? StateOf(this Roll roll, string person) => roll.Of(person)?.State;
}
