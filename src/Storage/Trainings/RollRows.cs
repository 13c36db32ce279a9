using System.Data.Common;
using System.Globalization;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>Rolls as rows: read whole, written where they changed.</summary>
internal static class RollRows
{
    public const string SessionColumns = "t.id, t.course, t.starts, t.ends, t.seats, t.place, t.school, t.online, t.facilitators, t.opens, t.closes, t.state, t.series, t.cohort, t.room";
    public const int SessionWidth = 15;

    /// <summary>States in which somebody holds a seat, as <see cref="Enrolment.HoldsSeat"/> says.</summary>
    public static readonly string Seated = FormattableString.Invariant($"{(int)EnrolmentState.Enrolled}, {(int)EnrolmentState.Offered}");

    public static readonly Sql FindSession = new($"SELECT {SessionColumns} FROM training_session t WHERE t.id=@id", "b:id");

    /// <summary>The same, and nobody else's transaction changes the session until this one is over.</summary>
    public static readonly SqlByDatabase LockSession = new(database => new Sql($"SELECT {SessionColumns} FROM training_session t WHERE t.id=@id{database.ForUpdate}", "b:id"));

    private static readonly Sql FindSeats = new("SELECT person, state, required, place, offer_until, checked_in, minutes, waived FROM training_seat WHERE session=@id ORDER BY place", "b:id");
    // Where a seat is held, and what is led at that time.
    private static readonly Sql Elsewhere = new(
        $"""
        SELECT {SessionColumns} FROM training_seat m JOIN training_session t ON t.id=m.session WHERE m.person=@person AND m.state IN ({Seated}) AND t.state={(int)SessionState.Scheduled} AND t.id<>@id
        UNION
        SELECT {SessionColumns} FROM training_session t WHERE t.starts<@ends AND t.starts>@before AND t.ends>@starts AND t.state={(int)SessionState.Scheduled} AND t.id<>@id AND ' ' || t.facilitators || ' ' LIKE @leads
        ORDER BY starts
        """,
        "t:person b:id l:ends l:before l:starts t:leads");
    private static readonly Sql Insert = new(
        """
        INSERT INTO training_session(id, course, starts, ends, seats, place, school, online, facilitators, opens, closes, state, series, cohort, room, next_pass)
        VALUES(@id, @course, @starts, @ends, @seats, @place, @school, @online, @facilitators, @opens, @closes, @state, @series, @cohort, @room, NULL) ON CONFLICT DO NOTHING
        """,
        "b:id t:course l:starts l:ends i:seats t:place t:school i:online t:facilitators l:opens l:closes i:state t:series t:cohort t:room");
    private static readonly Sql Update = new(
        """
        UPDATE training_session SET starts=@starts, ends=@ends, seats=@seats, place=@place, school=@school, online=@online, facilitators=@facilitators, opens=@opens, closes=@closes, state=@state,
        room=@room, next_pass=@next WHERE id=@id
        """,
        "l:starts l:ends i:seats t:place t:school i:online t:facilitators l:opens l:closes i:state t:room l:next b:id");
    private static readonly Sql Sit = new(
        """
        INSERT INTO training_seat(session, person, state, required, place, offer_until, checked_in, minutes, waived) VALUES(@session, @person, @state, @required, @place, @offer, @in, @minutes, @waived)
        ON CONFLICT (session, person) DO UPDATE SET state=excluded.state, required=excluded.required, place=excluded.place, offer_until=excluded.offer_until, checked_in=excluded.checked_in,
        minutes=excluded.minutes, waived=excluded.waived
        """,
        "b:session t:person i:state i:required l:place l:offer l:in i:minutes i:waived");

    public static Roll? Find(Link link, Sql find, Guid id)
    {
        Session session;
        using (var row = link.Read(find, Ids.Bytes(id)))
        {
            if (!row.Read()) return null;
            session = SessionOf(row);
        }

        return new Roll(session, Seats(link, id));
    }

    public static IReadOnlyList<Enrolment> Seats(Link link, Guid id)
    {
        var seats = new List<Enrolment>();
        using var row = link.Read(FindSeats, Ids.Bytes(id));
        while (row.Read())
            seats.Add(new Enrolment
            {
                PersonId = row.GetString(0), State = (EnrolmentState)row.GetInt32(1), Required = row.GetInt32(2) != 0, Order = row.GetInt64(3), OfferUntil = TimeAt(row, 4), CheckedInAt = TimeAt(row, 5),
                Minutes = row.IsDBNull(6) ? null : row.GetInt32(6), Waived = row.GetInt32(7) != 0,
            });
        return seats;
    }

    /// <summary>Other sessions in which a person holds a seat, and those they lead at the time of <paramref name="at"/>; in order of their start.</summary>
    public static IReadOnlyList<Session> SeatedElsewhere(Link link, string personId, Session at)
    {
        var sessions = new List<Session>();
        // No session lasts a day; the index on the start is then all that is read.
        using var row = link.Read(Elsewhere, personId, Ids.Bytes(at.Id), Ids.Ticks(at.Ends), Ids.Ticks(at.Starts.AddDays(-1)), Ids.Ticks(at.Starts), $"% {personId} %");
        while (row.Read()) sessions.Add(SessionOf(row));
        return sessions;
    }

    public static Session SessionOf(DbDataReader row) => new()
    {
        Id = Ids.Guid(row.GetFieldValue<byte[]>(0)), CourseId = row.GetString(1), Starts = Ids.Time(row.GetInt64(2)), Ends = Ids.Time(row.GetInt64(3)), Seats = row.GetInt32(4), Place = row.GetString(5),
        SchoolId = TextAt(row, 6), Online = row.GetInt32(7) != 0, FacilitatorIds = row.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        OpensAt = Ids.Time(row.GetInt64(9)), ClosesAt = Ids.Time(row.GetInt64(10)), State = (SessionState)row.GetInt32(11),
        For = TextAt(row, 12) is { } series && TextAt(row, 13) is { } cohort ? new SeriesCohort(series, CohortOf(cohort)) : null,
        Room = TextAt(row, 14),
    };

    public static int Add(Link link, Session s) => link.Run(
        Insert, Ids.Bytes(s.Id), s.CourseId, Ids.Ticks(s.Starts), Ids.Ticks(s.Ends), s.Seats, s.Place, s.SchoolId, s.Online ? 1 : 0, string.Join(' ', s.FacilitatorIds), Ids.Ticks(s.OpensAt), Ids.Ticks(s.ClosesAt),
        (int)s.State, s.For?.SeriesId, s.For?.Cohort.ToString(), s.Room);

    /// <summary>Writes what differs between the roll as it was read and as it is now.</summary>
    public static void Write(Link link, Roll was, Roll now)
    {
        var before = was.Enrolments.ToDictionary(e => e.PersonId);
        EventRows.Want(link, was, now);
        foreach (var seat in now.Enrolments)
        {
            if (before.TryGetValue(seat.PersonId, out var same) && same == seat) continue;
            link.Run(
                Sit, Ids.Bytes(now.Session.Id), seat.PersonId, (int)seat.State, seat.Required ? 1 : 0, seat.Order, seat.OfferUntil?.UtcTicks, seat.CheckedInAt?.UtcTicks, seat.Minutes, seat.Waived ? 1 : 0);
            // Whoever takes no part needs nothing for it any more.
            if (!seat.IsLive) AccommodationRows.Remove(link, now.Session.Id, seat.PersonId);
        }

        var (s, next) = (now.Session, RollEngine.NextPass(now));
        if (s == was.Session && next == RollEngine.NextPass(was)) return;
        link.Run(
            Update, Ids.Ticks(s.Starts), Ids.Ticks(s.Ends), s.Seats, s.Place, s.SchoolId, s.Online ? 1 : 0, string.Join(' ', s.FacilitatorIds), Ids.Ticks(s.OpensAt), Ids.Ticks(s.ClosesAt), (int)s.State,
            s.Room, next?.UtcTicks, Ids.Bytes(s.Id));
    }

    private static Cohort CohortOf(string text) => new(int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture));

    private static string? TextAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? TimeAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : Ids.Time(row.GetInt64(column));
}
