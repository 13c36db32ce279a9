using System.Security.Cryptography;
using System.Text;
using SupportBot.Bot.Calendars;
using SupportBot.Console;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>
/// Brings the event of each session in step with the session: one request, then a commit of what came of it, then the next. Whatever breaks between the two is asked again, and the
/// calendar then finds nothing to change. What somebody has changed by hand is looked for every minute.
/// </summary>
public sealed class CalendarWorker(ISessionCalendar calendar, TrainingEvents events, ITrainingRolls rolls, HandChanges byHand, TimeProvider time, ILogger<CalendarWorker> log) : WorkLoop(time, log)
{
    private const int Most = 10;

    /// <summary>Requests of one claim; the rest waits for the next, so that sixty mails of one session do not hold up the others.</summary>
    private const int MostSteps = 20;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RefusedAgain = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        CalendarLog.Way(log, calendar.Way);
        return calendar.Way == CalendarWay.None ? Task.CompletedTask : base.StartAsync(cancellationToken);
    }

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        if (calendar.Way == CalendarWay.None || calendar.Rests) return false;
        var items = await events.ClaimAsync(Time.GetUtcNow(), Most, Lease, cancel);
        foreach (var item in items)
        {
            try
            {
                await StepAsync(item, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                CalendarLog.Failed(log, item.SessionId, item.Attempts, e.GetType().Name);
                await events.ReleaseAsync(item, Time.GetUtcNow() + Backoff(item), []);
            }
        }

        await byHand.LookAsync(cancel);
        return items.Count > 0;
    }

    /// <summary>Changes with the time and place of a session, and with nothing else.</summary>
    internal static string HashOf(Session s) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{s.Starts.UtcTicks}|{s.Ends.UtcTicks}|{s.Place}|{s.Room}|{s.Online}"))).AsSpan(0, 16));

    private async Task StepAsync(EventItem item, CancellationToken cancel)
    {
        if (await rolls.FindAsync(item.SessionId, cancel) is not { } roll) return;
        var (session, guests) = (roll.Session, SessionGuests.Of(roll));
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (await NextAsync(item, session, guests, cancel) is not { } answer)
            {
                await InStepAsync(item, session);
                return;
            }

            if (answer.Result != CalendarResult.Done)
            {
                await NotTakenAsync(item, session, answer);
                return;
            }

            item = item with { Event = answer.Event, Sent = HashOf(session), Code = "" };
            // Another worker has it, because this one was too slow.
            if (!await events.KeepAsync(item)) return;
        }

        await events.ReleaseAsync(item, Time.GetUtcNow(), []);
    }

    /// <summary>The next request; null where event and session are in step.</summary>
    private async Task<CalendarAnswer?> NextAsync(EventItem item, Session session, IReadOnlyList<string> guests, CancellationToken cancel)
    {
        // Of a calendar that the district no longer uses nothing is known any more.
        var at = item.Event?.Way == calendar.Way ? item.Event : null;
        if (session.State == SessionState.Cancelled) return at is { Guests.Count: > 0 } ? await calendar.CallOffAsync(at, session, cancel) : null;
        if (session.State == SessionState.Held || session.Starts <= Time.GetUtcNow() || item.State == EventState.Deleted) return null;
        if (at is null) return await calendar.PublishAsync(session, guests, item.Revision, cancel);
        if (item.Sent != HashOf(session)) return await calendar.MoveAsync(at, session, guests, cancel);
        return at.Invites(guests) ? null : await calendar.AttendeesAsync(at, session, guests, cancel);
    }

    private async Task InStepAsync(EventItem item, Session session)
    {
        var state = session.State == SessionState.Cancelled ? EventState.CalledOff : item.State;
        if (await events.ReleaseAsync(item with { State = state, Code = "" }, null, [])) CalendarLog.InStep(log, item.SessionId, item.Event?.Guests.Count ?? 0, item.Event?.Sequence ?? 0);
    }

    private async Task NotTakenAsync(EventItem item, Session session, CalendarAnswer answer)
    {
        var now = Time.GetUtcNow();
        CalendarLog.NotTaken(log, item.SessionId, answer.Result, answer.Code, item.Attempts);
        switch (answer.Result)
        {
            case CalendarResult.Gone:
                await events.ReleaseAsync(item, null, []);
                await byHand.DeletedAsync(session, item.Event!.Id);
                break;
            case CalendarResult.Later:
                await events.ReleaseAsync(item, now + (answer.After > TimeSpan.Zero ? answer.After : Backoff(item)), []);
                break;
            default:
                // Said once, however often it is tried.
                await events.ReleaseAsync(item with { Code = answer.Code }, now + RefusedAgain, item.Code == answer.Code ? [] : EventNews.Of(EventNews.Refused, session, now));
                break;
        }
    }

    private static TimeSpan Backoff(EventItem item) => TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 1 << Math.Min(item.Attempts, 10)));
}
