using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Bot.Calendars;

/// <summary>For a district that uses neither Graph's calendar nor mail: sessions stand in this program alone.</summary>
public sealed class NoSessionCalendar(OwnSessions own) : ISessionCalendar
{
    private static readonly Task<CalendarAnswer> NotSetUp = Task.FromResult(new CalendarAnswer(CalendarResult.NotSetUp));

    public CalendarWay Way => CalendarWay.None;

    public bool Rests => false;

    public async Task<BusyAnswer> BusyAsync(IReadOnlyList<string> personIds, string? room, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        new(await own.BusyAsync(personIds, room, from, to, cancel), [.. personIds, .. room is null ? Array.Empty<string>() : [room]]);

    public Task<CalendarAnswer> PublishAsync(Session session, IReadOnlyList<string> guestIds, int revision, CancellationToken cancel) => NotSetUp;

    public Task<CalendarAnswer> AttendeesAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel) => NotSetUp;

    public Task<CalendarAnswer> MoveAsync(SessionEvent at, Session session, IReadOnlyList<string> guestIds, CancellationToken cancel) => NotSetUp;

    public Task<CalendarAnswer> CallOffAsync(SessionEvent at, Session session, CancellationToken cancel) => NotSetUp;

    public Task<CalendarChanges> ChangesAsync(string? link, CancellationToken cancel) => Task.FromResult(CalendarChanges.None);

    public async Task<(CalendarAnswer Answer, SeenEvent? Seen)> LookAsync(SessionEvent at, CancellationToken cancel) => (await NotSetUp, null);
}
