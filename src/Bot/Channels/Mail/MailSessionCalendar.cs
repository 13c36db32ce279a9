using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph;
using SupportBot.Training;

namespace SupportBot.Bot.Channels.Mail;

/// <summary>
/// Sessions as invitations by mail, where no calendar can be written. Each call sends one mail at most, and its answer says who has which: whoever keeps that before the next call
/// repeats at most one mail after a crash, and that one changes nothing in a calendar that has it.
/// </summary>
public sealed class MailSessionCalendar(IInvitationPost post, OwnSessions own, District district, TrainingOffer offer, TimeProvider time) : ISessionCalendar
{
    public CalendarWay Way => CalendarWay.Mail;

    public bool Rests => post.Rests;

    public async Task<BusyAnswer> BusyAsync(IReadOnlyList<string> personIds, string? room, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        new(await own.BusyAsync(personIds, room, from, to, cancel), [.. personIds, .. room is null ? Array.Empty<string>() : [room]]);

    public Task<CalendarAnswer> PublishAsync(Session session, IReadOnlyList<string> guestIds, int revision, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(session);
        var uid = FormattableString.Invariant($"{session.Id:N}-{revision}@{post.From[(post.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}");
        return Task.FromResult(new CalendarAnswer(CalendarResult.Done, new SessionEvent(CalendarWay.Mail, uid, "", 0, [])));
    }

    public async Task<CalendarAnswer> AttendeesAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(guestIds);
        if (at.Guests.FirstOrDefault(g => !guestIds.Contains(g.PersonId)) is { } gone) return await TakeOffAsync(at, session, gone, at.Sequence, cancel);
        if (guestIds.FirstOrDefault(id => !at.Guests.Any(g => g.PersonId == id && g.Sequence == at.Sequence)) is not { } next) return new CalendarAnswer(CalendarResult.Done, at);
        var told = at with { Guests = [.. at.Guests.Where(g => g.PersonId != next), new InvitedGuest(next, at.Sequence)] };
        return await SendAsync(next, told, to => SessionInvitation.Request(session, offer.Catalogue?.Course(session.CourseId), at.Id, at.Sequence, post.From, to, time.GetUtcNow()), cancel);
    }

    // Everybody's invitation is of an older time now; they are told one by one.
    public Task<CalendarAnswer> MoveAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(at);
        return Task.FromResult(new CalendarAnswer(CalendarResult.Done, at with { Sequence = at.Sequence + 1 }));
    }

    public async Task<CalendarAnswer> CallOffAsync(SessionEvent at, Session session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(at);
        return at.Guests.Count == 0 ? new CalendarAnswer(CalendarResult.Done, at) : await TakeOffAsync(at, session, at.Guests[0], at.Sequence + 1, cancel);
    }

    public Task<CalendarChanges> ChangesAsync(string? link, CancellationToken cancel) => Task.FromResult(CalendarChanges.None);

    public Task<(CalendarAnswer Answer, SeenEvent? Seen)> LookAsync(SessionEvent at, CancellationToken cancel) => Task.FromResult((new CalendarAnswer(CalendarResult.NotSetUp), (SeenEvent?)null));

    private Task<CalendarAnswer> TakeOffAsync(SessionEvent at, Session session, InvitedGuest guest, int sequence, CancellationToken cancel) => SendAsync(
        guest.PersonId, at with { Guests = [.. at.Guests.Where(g => g != guest)] },
        to => SessionInvitation.Cancel(session, offer.Catalogue?.Course(session.CourseId), at.Id, sequence, post.From, to, time.GetUtcNow()), cancel);

    // Whoever has left, has no address, or whose address takes no mail, holds up nobody else.
    private async Task<CalendarAnswer> SendAsync(string personId, SessionEvent then, Func<string, CalendarMail> write, CancellationToken cancel)
    {
        if (district.Person(personId) is not { Mail.Length: > 0 } person) return new CalendarAnswer(CalendarResult.Done, then);
        var outcome = await post.SendAsync(person.Mail, write(person.Mail), cancel);
        return outcome.Result switch
        {
            NoticeResult.Sent => new(CalendarResult.Done, then),
            NoticeResult.Unreachable => new(CalendarResult.Done, then, Code: outcome.Code),
            NoticeResult.NotConfigured => new(CalendarResult.NotSetUp),
            _ => new(CalendarResult.Later, After: outcome.After, Code: outcome.Code),
        };
    }
}
