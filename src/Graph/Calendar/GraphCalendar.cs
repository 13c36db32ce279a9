using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Graph.Users.Item.CalendarView.Delta;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using Microsoft.Kiota.Abstractions;

namespace SupportBot.Graph;

/// <summary>
/// Events in the calendar of one mailbox, the organiser's, and when people and rooms are busy. Group calendars and Graph's own search for meeting times give nothing to a program
/// that speaks for itself. Failures are values; what Graph answers is never thrown.
/// </summary>
public sealed class GraphCalendar(GraphConnection graph)
{
    /// <summary>Schedules in one request.</summary>
    private const int AtOnce = 20;

    private const int MostPages = 200;
    private const int ViewMinutes = 30;

    /// <summary>Graph tells of two months at once, no more.</summary>
    private static readonly TimeSpan LongestView = TimeSpan.FromDays(42);

    private GraphCircuit Circuit => graph[GraphChannel.Calendar];

    private string Organiser => graph.Options.Calendar!;

    public bool IsOn => graph.Options is { Enabled: true, Calendar: not null };

    /// <summary>Graph takes nothing for the calendar just now.</summary>
    public bool Rests => Circuit.State.IsResting;

    /// <summary>True where the event is not there any more. A mailbox that is not there answers with the same status and another code: then nobody has deleted anything.</summary>
    public static bool IsGone(GraphFailure? failure) => failure is { Kind: GraphFailureKind.NotFound, Code: "ErrorItemNotFound" };

    /// <summary>When these have no time between two moments. Somebody who is there but elsewhere counts as free; tentative counts as busy.</summary>
    /// <param name="addresses">Mail addresses of people and rooms.</param>
    public async Task<GraphAnswer<BusyReading>> BusyAsync(IReadOnlyCollection<string> addresses, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        List<BusyTime> times = [];
        List<string> unknown = [];
        foreach (var some in addresses.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(AtOnce))
            for (var at = from; at < to; at += LongestView)
            {
                var until = at + LongestView < to ? at + LongestView : to;
                var body = new GetSchedulePostRequestBody { Schedules = [.. some], StartTime = EventForm.At(at), EndTime = EventForm.At(until), AvailabilityViewInterval = ViewMinutes };
                var answer = await Circuit.CallAsync((client, stop) => client.Users[Organiser].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(body, InUtc, stop), cancel);
                if (answer.Failure is { } failure) return new(null, failure);
                var told = (answer.Value?.Value ?? []).Where(s => s is { ScheduleId: not null, Error: null }).ToDictionary(s => s.ScheduleId!, StringComparer.OrdinalIgnoreCase);
                foreach (var address in some)
                {
                    if (!told.TryGetValue(address, out var schedule) || TimesOf(address, schedule) is not { } busy) unknown.Add(address);
                    else times.AddRange(busy);
                }
            }

        return new(new BusyReading(times, [.. unknown.Distinct()]), null);
    }

    /// <summary>The event with that key.</summary>
    /// <returns>Without value and failure where there is none.</returns>
    public async Task<GraphAnswer<KnownEvent>> FindAsync(Guid key, CancellationToken cancel)
    {
        var answer = await Circuit.CallAsync(
            (client, stop) => client.Users[Organiser].Events.GetAsync(
                c =>
                {
                    c.QueryParameters.Filter = EventForm.Filter(key);
                    c.QueryParameters.Select = EventForm.Select;
                    Prefer(c);
                },
                stop),
            cancel);
        return new((answer.Value?.Value ?? []).Select(EventForm.Of).FirstOrDefault(e => e is { IsCancelled: false }), answer.Failure);
    }

    /// <summary>Makes the event, once: a repeat of the same key and revision makes no second one.</summary>
    public async Task<GraphAnswer<KnownEvent>> CreateAsync(CalendarEntry entry, CancellationToken cancel)
    {
        var answer = await Circuit.CallAsync((client, stop) => client.Users[Organiser].Events.PostAsync(EventForm.New(entry), Prefer, stop), cancel);
        // Made by an attempt whose answer was lost.
        if (answer.Failure is { Kind: GraphFailureKind.Conflict } conflict) return await FindAsync(entry.Key, cancel) is { Value: { } there } ? new(there, null) : new(null, conflict);
        return Known(answer);
    }

    /// <summary>The event as it is now.</summary>
    public async Task<GraphAnswer<KnownEvent>> GetAsync(string id, CancellationToken cancel) => Known(await Circuit.CallAsync(
        (client, stop) => client.Users[Organiser].Events[id].GetAsync(
            c =>
            {
                c.QueryParameters.Select = EventForm.Select;
                Prefer(c);
            },
            stop),
        cancel));

    /// <summary>Other guests, and nothing else: only who comes or goes is told. Nothing is sent where they are those who are there.</summary>
    public async Task<GraphAnswer<KnownEvent>> InviteAsync(KnownEvent now, IReadOnlyList<CalendarGuest> guests, CancellationToken cancel) =>
        EventForm.Same(now.Guests, guests) ? new(now, null) : Known(await PatchAsync(now.Id, new Event { Attendees = EventForm.Attendees(guests) }, cancel));

    /// <summary>Another time, place or list of guests, in one change, of which everybody hears once. Nothing is sent where nothing differs.</summary>
    public async Task<GraphAnswer<KnownEvent>> ChangeAsync(KnownEvent now, CalendarEntry entry, CancellationToken cancel) =>
        EventForm.Change(now, entry) is { } change ? Known(await PatchAsync(now.Id, change, cancel)) : new(now, null);

    /// <summary>Calls it off; everybody hears of it once.</summary>
    /// <param name="comment">Goes to everybody who was invited.</param>
    public Task<GraphAnswer<bool>> CancelAsync(string id, string comment, CancellationToken cancel) =>
        Circuit.CallAsync((client, stop) => client.Users[Organiser].Events[id].Cancel.PostAsync(new CancelPostRequestBody { Comment = comment }, cancellationToken: stop), cancel);

    /// <summary>What has changed in the calendar since the last question.</summary>
    /// <param name="link">Of the answer before; null asks for everything. One that Graph has forgotten does too.</param>
    /// <param name="from">Events that end before are left out.</param>
    public async Task<GraphAnswer<CalendarNews>> ChangesAsync(string? link, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        List<KnownEvent> events = [];
        List<string> removed = [];
        var (isWhole, at) = (link is null, link);
        for (var page = 0; page < MostPages; page++)
        {
            var here = at;
            var answer = await Circuit.CallAsync((client, stop) => PageAsync(client, here, from, to, stop), cancel);
            if (answer.Failure is { Kind: GraphFailureKind.Gone } && link is not null) return await ChangesAsync(null, from, to, cancel);
            if (answer.Value is not { } value) return new(null, answer.Failure ?? new GraphFailure(GraphFailureKind.Unreachable, "no-answer"));
            foreach (var found in value.Value ?? [])
            {
                if (found.AdditionalData.ContainsKey("@removed")) removed.Add(found.Id ?? "");
                else if (EventForm.Of(found) is { } known) events.Add(known);
            }

            if (value.OdataNextLink is { } next) at = next;
            else if (value.OdataDeltaLink is { } last) return new(new CalendarNews(isWhole, events, removed, last), null);
            else break;
        }

        return new(null, new GraphFailure(GraphFailureKind.Unreachable, "no-end"));
    }

    private Task<DeltaGetResponse?> PageAsync(GraphServiceClient client, string? link, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        var delta = client.Users[Organiser].CalendarView.Delta;
        if (link is not null) return delta.WithUrl(link).GetAsDeltaGetResponseAsync(Prefer, stop);
        return delta.GetAsDeltaGetResponseAsync(
            c =>
            {
                c.QueryParameters.StartDateTime = from.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
                c.QueryParameters.EndDateTime = to.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
                Prefer(c);
            },
            stop);
    }

    private Task<GraphAnswer<Event>> PatchAsync(string id, Event change, CancellationToken cancel) =>
        Circuit.CallAsync((client, stop) => client.Users[Organiser].Events[id].PatchAsync(change, Prefer, stop), cancel);

    private static GraphAnswer<KnownEvent> Known(GraphAnswer<Event> answer) =>
        answer.Failure is null && EventForm.Of(answer.Value) is { } known ? new(known, null) : new(null, answer.Failure ?? new GraphFailure(GraphFailureKind.Unreachable, "no-answer"));

    private static List<BusyTime>? TimesOf(string address, ScheduleInformation schedule)
    {
        List<BusyTime> times = [];
        foreach (var item in schedule.ScheduleItems ?? [])
        {
            if (item.Status is FreeBusyStatus.Free or FreeBusyStatus.WorkingElsewhere) continue;
            if (EventForm.Of(item.Start) is not { } from || EventForm.Of(item.End) is not { } to) return null;
            times.Add(new BusyTime(address, from, to));
        }

        return times;
    }

    private static void InUtc<T>(RequestConfiguration<T> request)
        where T : class, new() => request.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");

    private static void Prefer<T>(RequestConfiguration<T> request)
        where T : class, new() => request.Headers.Add("Prefer", "outlook.timezone=\"UTC\"", "IdType=\"ImmutableId\"");
}
