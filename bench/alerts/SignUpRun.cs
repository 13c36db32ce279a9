using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace AlertBench;

/// <summary>
/// The turn that gives somebody a seat, over HTTP as Teams sends it, on a database of a large district and on an empty one in turns, so that both meet the same machine.
/// Before each, untimed, the person asks for the course and is shown its two dates; after it the seat is given up.
/// </summary>
internal static class SignUpRun
{
    private const string Course = "tic-1", Person = "maya-okafor";
    private const int Staff = 10_000, Sessions = 2_000, SeatsTaken = 50;

    public static async Task RunAsync(int turns)
    {
        await using var connector = await Connector.StartAsync();
        await using var empty = await RunningBot.StartAsync(connector, limits: false);
        await using var full = await RunningBot.StartAsync(connector, limits: false);
        foreach (var bot in new[] { empty, full })
            for (var day = 7; day <= 8; day++) await AddAsync(bot, Course, DateTimeOffset.UtcNow.AddDays(day));
        await FillAsync(full);
        var title = full.Get<TrainingOffer>().Catalogue!.Course(Course)!.TitleIn("en");
        Dictionary<RunningBot, (List<double> Asked, List<double> Seat)> times = new() { [empty] = ([], []), [full] = ([], []) };
        for (var turn = -30; turn < turns; turn++)
            foreach (var bot in new[] { empty, full })
            {
                var watch = Stopwatch.StartNew();
                await bot.SayAsync(connector, bot.Get<District>().Person(Person)!, $"sign me up for {title}");
                var asked = watch.Elapsed.TotalMilliseconds;
                watch.Restart();
                await bot.SayAsync(connector, bot.Get<District>().Person(Person)!, "1");
                var seat = watch.Elapsed.TotalMilliseconds;
                var mine = await bot.Get<ITrainingRolls>().OfPersonAsync(Person, DateTimeOffset.UtcNow, CancellationToken.None);
                if (mine is not [{ Enrolment.State: EnrolmentState.Enrolled } only]) throw new InvalidOperationException("The turn gave no seat.");
                await bot.Get<TrainingDesk>().CancelAsync(bot.Get<District>().Person(Person)!, only.Session.Id, CancellationToken.None);
                if (turn < 0) continue;
                times[bot].Asked.Add(asked);
                times[bot].Seat.Add(seat);
            }

        foreach (var (what, of) in new (string, Func<(List<double> Asked, List<double> Seat), List<double>>)[] { ("the turn that gives a seat", t => t.Seat), ("the turn before, which shows the dates", t => t.Asked) })
        {
            Console.WriteLine($"signup: {what}, empty database: {of(times[empty]).Told()}");
            Console.WriteLine($"signup: {what}, {Staff:N0} staff, {Sessions:N0} sessions, {Sessions * SeatsTaken:N0} enrolments: {of(times[full]).Told()}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"signup: {what}: p50 {of(times[full]).At(0.5) / of(times[empty]).At(0.5):F2} times, p99 {of(times[full]).At(0.99) / of(times[empty]).At(0.99):F2} times (aim of the seat: p99 within 1.2)"));
        }
    }

    private static async Task<Session> AddAsync(RunningBot bot, string course, DateTimeOffset starts)
    {
        var session = new Session
        {
            Id = Guid.NewGuid(), CourseId = course, Starts = starts, Ends = starts.AddHours(2), Seats = 60, Place = "Library", FacilitatorIds = ["dev-patel"], OpensAt = starts.AddDays(-21), ClosesAt = starts.AddHours(-1),
        };
        await bot.Get<ITrainingRolls>().AddAsync(session, new AuditEntry(Guid.Empty, Actor.Program, "bench", "", DateTimeOffset.UtcNow), CancellationToken.None);
        return session;
    }

    // A year of two hundred courses around today. Seats are written past the desk: a hundred thousand commits are not what is measured.
    private static async Task FillAsync(RunningBot bot)
    {
        var (district, now) = (bot.Get<District>(), DateTimeOffset.UtcNow);
        district.Bring([.. district.People, .. Enumerable.Range(0, Staff).Select(n => new Person { Id = $"staff-{n:00000}", Name = $"First{n} Last{n}", Mail = $"first{n}.last{n}@example.org", Posts = [new Post("counselor", district.Schools[n % district.Schools.Count].Id)] })]);
        string[] courses = [.. bot.Get<TrainingOffer>().Catalogue!.Courses.Select(c => c.Id).Where(c => c != Course), .. Enumerable.Range(0, 200).Select(n => $"elective-{n:000}")];
        List<Session> sessions = [];
        for (var n = 0; n < Sessions; n++) sessions.Add(await AddAsync(bot, courses[n % 200], now.AddHours(4.4 * (n - (Sessions / 2)))));
        await using var database = new SqliteConnection($"Data Source={bot.Database}");
        await database.OpenAsync();
        await using var all = (SqliteTransaction)await database.BeginTransactionAsync();
        foreach (var (session, at) in sessions.Select((s, at) => (s, at)))
            for (var n = 0; n < SeatsTaken; n++)
            {
                await using var seat = database.CreateCommand();
                seat.Transaction = all;
                seat.CommandText = "INSERT INTO training_seat(session, person, state, required, place, waived) VALUES(@session, @person, @state, 0, @place, 0)";
                seat.Parameters.AddWithValue("@session", session.Id.ToByteArray(bigEndian: true));
                seat.Parameters.AddWithValue("@person", $"staff-{(at * 7 + n * 191) % Staff:00000}");
                seat.Parameters.AddWithValue("@state", (int)(session.Ends < now ? EnrolmentState.Completed : EnrolmentState.Enrolled));
                seat.Parameters.AddWithValue("@place", n + 1);
                await seat.ExecuteNonQueryAsync();
            }

        await all.CommitAsync();
    }
}
