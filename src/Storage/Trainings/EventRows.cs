using System.Data.Common;
using System.Globalization;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>Events of sessions as rows.</summary>
internal static class EventRows
{
    public const string Columns = "session, way, event, change_key, revision, sequence, guests, sent, state, code, wanted, due, attempts, lease";

    private static readonly Sql Ask = new(
        """
        INSERT INTO training_event(session, way, event, change_key, revision, sequence, guests, sent, state, code, wanted, due, attempts, lease)
        VALUES(@session, 0, NULL, '', 1, 0, '', '', 0, '', 1, 0, 0, 0)
        ON CONFLICT (session) DO UPDATE SET wanted=training_event.wanted+1, due=0
        """,
        "b:session");

    /// <summary>The event of this session is to be looked at, now.</summary>
    public static void Want(Link link, Guid sessionId) => link.Run(Ask, Ids.Bytes(sessionId));

    /// <summary>The same where something has changed that stands in the event.</summary>
    public static void Want(Link link, Roll was, Roll now)
    {
        var (before, after) = (was.Session, now.Session);
        if (before with { OpensAt = after.OpensAt, ClosesAt = after.ClosesAt, Seats = after.Seats, FacilitatorIds = after.FacilitatorIds } == after && SessionGuests.Of(was).SequenceEqual(SessionGuests.Of(now))) return;
        Want(link, after.Id);
    }

    public static EventItem ItemOf(DbDataReader row)
    {
        var way = (CalendarWay)row.GetInt32(1);
        var known = row.IsDBNull(2) ? null : new SessionEvent(way, row.GetString(2), row.GetString(3), row.GetInt32(5), GuestsOf(row.GetString(6)));
        return new EventItem(
            Ids.Guid(row.GetFieldValue<byte[]>(0)), known, row.GetInt32(4), row.GetString(7), (EventState)row.GetInt32(8), row.GetString(9), row.GetInt64(10), row.IsDBNull(11) ? null : Ids.Time(row.GetInt64(11)),
            row.GetInt32(12), row.GetInt64(13));
    }

    public static string Text(IReadOnlyList<InvitedGuest> guests) => string.Join(' ', guests.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.PersonId}:{g.Sequence}")));

    private static InvitedGuest[] GuestsOf(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(g => g.Split(':')).Select(g => new InvitedGuest(g[0], int.Parse(g[1], CultureInfo.InvariantCulture)))];
}
