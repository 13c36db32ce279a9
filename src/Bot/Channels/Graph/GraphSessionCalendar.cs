using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph;
using SupportBot.Training;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>
/// Sessions as events of one mailbox's calendar. Each change looks at the event first and sends only what differs: so a repeat tells nobody twice, and whom somebody has invited by
/// hand stays invited.
/// </summary>
public sealed class GraphSessionCalendar(GraphCalendar calendar, OwnSessions own, District district, TrainingOffer offer, TimeProvider time) : ISessionCalendar
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(1), Ahead = TimeSpan.FromDays(400);

    public CalendarWay Way => CalendarWay.Graph;

    public bool Rests => calendar.Rests;

    public async Task<BusyAnswer> BusyAsync(IReadOnlyList<string> personIds, string? room, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var ours = await own.BusyAsync(personIds, room, from, to, cancel);
        var asked = personIds.Select(id => (Who: id, Address: MailOf(id))).Concat(room is null ? [] : [(room, room)]).Where(a => a.Address.Length > 0).ToList();
        var answer = await calendar.BusyAsync([.. asked.Select(a => a.Address)], from, to, cancel);
        var everybody = personIds.Concat(room is null ? [] : [room]).ToList();
        if (answer.Value is not { } busy) return new BusyAnswer(ours, everybody, TroubleOf(answer.Failure!));
        var known = asked.Where(a => !busy.Unknown.Contains(a.Address, StringComparer.OrdinalIgnoreCase)).Select(a => a.Who).ToHashSet();
        return new BusyAnswer([.. busy.Times.Select(t => new TimeStretch(t.From, t.To)).Concat(ours)], [.. everybody.Where(who => !known.Contains(who))]);
    }

    public async Task<CalendarAnswer> PublishAsync(Session session, IReadOnlyList<string> guestIds, int revision, CancellationToken cancel)
    {
        var entry = EntryOf(session, guestIds, revision);
        var found = await calendar.FindAsync(session.Id, cancel);
        if (found.Failure is { } failure) return TroubleOf(failure);
        if (found.Value is not { } there) return Answer(await calendar.CreateAsync(entry, cancel), 0, guestIds);
        // Made by an attempt of which nobody knows how it ended; who came or went since then is told here.
        return Answer(await calendar.ChangeAsync(there, entry with { Guests = Merged(there, [], entry.Guests) }, cancel), 0, guestIds);
    }

    public async Task<CalendarAnswer> AttendeesAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel)
    {
        var look = await calendar.GetAsync(at.Id, cancel);
        if (look.Value is not { } there) return TroubleOf(look.Failure!);
        return Answer(await calendar.InviteAsync(there, Merged(there, at.Guests, Guests(guestIds)), cancel), at.Sequence, guestIds);
    }

    public async Task<CalendarAnswer> MoveAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel)
    {
        var look = await calendar.GetAsync(at.Id, cancel);
        if (look.Value is not { } there) return TroubleOf(look.Failure!);
        // Another room takes the place of the old one.
        var kept = session.Room is null ? there : there with { Guests = [.. there.Guests.Where(g => !g.IsRoom || Same(g.Address, session.Room))] };
        var entry = EntryOf(session, guestIds, 0);
        return Answer(await calendar.ChangeAsync(there, entry with { Guests = Merged(kept, at.Guests, entry.Guests) }, cancel), at.Sequence + 1, guestIds);
    }

    public async Task<CalendarAnswer> CallOffAsync(SessionEvent at, Session session, CancellationToken cancel)
    {
        var answer = await calendar.CancelAsync(at.Id, InvitationWords.CalledOff, cancel);
        return answer.Failure is null || GraphCalendar.IsGone(answer.Failure) ? new CalendarAnswer(CalendarResult.Done, at with { Guests = [] }) : TroubleOf(answer.Failure);
    }

    public async Task<CalendarChanges> ChangesAsync(string? link, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var answer = await calendar.ChangesAsync(link, now - Back, now + Ahead, cancel);
        if (answer.Value is not { } news) return CalendarChanges.None with { Link = link, Trouble = TroubleOf(answer.Failure!) };
        return new CalendarChanges(news.IsWhole, [.. news.Events.Select(Seen)], news.Removed, news.Link);
    }

    public async Task<(CalendarAnswer Answer, SeenEvent? Seen)> LookAsync(SessionEvent at, CancellationToken cancel)
    {
        var look = await calendar.GetAsync(at.Id, cancel);
        return look.Value is { } there ? (new CalendarAnswer(CalendarResult.Done, at with { ChangeKey = there.ChangeKey }), Seen(there)) : (TroubleOf(look.Failure!), null);
    }

    internal static CalendarAnswer TroubleOf(GraphFailure failure) => failure.Kind switch
    {
        _ when GraphCalendar.IsGone(failure) => new(CalendarResult.Gone, Code: failure.Code),
        GraphFailureKind.Forbidden or GraphFailureKind.NotFound or GraphFailureKind.Refused => new(CalendarResult.Refused, Code: failure.Code),
        _ => new(CalendarResult.Later, After: failure.RetryAfter, Code: failure.Code),
    };

    private static CalendarAnswer Answer(GraphAnswer<KnownEvent> answer, int sequence, IReadOnlyList<string> guestIds) =>
        answer.Value is { } known ? new(CalendarResult.Done, new SessionEvent(CalendarWay.Graph, known.Id, known.ChangeKey, sequence, [.. guestIds.Select(id => new InvitedGuest(id, sequence))])) : TroubleOf(answer.Failure!);

    // Those who are there without those of ours who have gone, and those of ours who are not there yet. Whom we never invited, somebody else has.
    private List<CalendarGuest> Merged(KnownEvent there, IReadOnlyList<InvitedGuest> before, IReadOnlyList<CalendarGuest> wanted)
    {
        var gone = before.Select(g => MailOf(g.PersonId)).Where(m => !wanted.Any(w => Same(w.Address, m))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. there.Guests.Where(g => !gone.Contains(g.Address)), .. wanted.Where(w => !there.Guests.Any(g => Same(g.Address, w.Address)))];
    }

    private CalendarEntry EntryOf(Session session, IReadOnlyList<string> guestIds, int revision)
    {
        var course = offer.Catalogue?.Course(session.CourseId);
        CalendarGuest[] room = session.Room is { } address ? [new CalendarGuest(address, IsRoom: true)] : [];
        return new CalendarEntry(
            session.Id, revision, InvitationWords.Subject(course), InvitationWords.Body(course, session), session.Starts, session.Ends, session.Place, session.Online, [.. Guests(guestIds), .. room]);
    }

    private List<CalendarGuest> Guests(IReadOnlyList<string> personIds) => [.. personIds.Select(MailOf).Where(m => m.Length > 0).Select(m => new CalendarGuest(m))];

    private SeenEvent Seen(KnownEvent known)
    {
        var declined = known.Guests.Where(g => g.Declined).Select(g => g.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new SeenEvent(
            known.Id, new TimeStretch(known.Starts, known.Ends), known.Place, [.. known.Guests.Where(g => g.IsRoom).Select(g => g.Address)], declined.Count == 0 ? [] : [.. district.People.Where(p => declined.Contains(p.Mail)).Select(p => p.Id)]);
    }

    // Empty for whoever has left, and for whoever has no address: there is nobody to invite.
    private string MailOf(string personId) => district.Person(personId)?.Mail ?? "";

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
