using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace SupportBot.Graph;

/// <summary>
/// Attendance reports of the meetings that the calendar's mailbox holds. Needs, beside the permissions, an application access policy for that mailbox: without it Graph answers 403.
/// Failures are values, and nothing is kept.
/// </summary>
public sealed class GraphMeetings(GraphConnection graph)
{
    /// <summary>Of <see cref="GraphFailure.Code"/>: the mailbox holds no meeting with that address.</summary>
    public const string NoMeeting = "no-meeting";

    /// <summary>Pages of reports, and pages of records of one report. Graph gives at most fifty reports.</summary>
    private const int MostPages = 50;

    /// <summary>A page of the console waits for the whole reading: no longer than for so many answers.</summary>
    private const int MostTimeouts = 3;

    public bool IsOn => graph.Options is { Enabled: true, Calendar: not null, AttendanceReports: not null };

    private GraphCircuit Circuit => graph[GraphChannel.Meetings];

    private string Account => graph.Options.AttendanceReports!;

    /// <summary>Everybody in the meeting's reports. A report of another time, such as of a rehearsal the day before, is not opened.</summary>
    /// <param name="joinUrl">Of the event: <see cref="KnownEvent.JoinUrl"/>.</param>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, the end not included.</param>
    public async Task<GraphAnswer<MeetingAttendance>> ReadAsync(string joinUrl, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(joinUrl);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        budget.CancelAfter(graph.Options.Timeout * MostTimeouts);
        try
        {
            return await ReadWithinAsync(joinUrl, from, to, budget.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(null, new GraphFailure(GraphFailureKind.Unreachable, "timeout"));
        }
    }

    private async Task<GraphAnswer<MeetingAttendance>> ReadWithinAsync(string joinUrl, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        // The schema's own spelling. The address has escapes of its own, which the client escapes once more, as Graph asks.
        var filter = $"joinWebUrl eq '{joinUrl.Replace("'", "''", StringComparison.Ordinal)}'";
        var found = await Circuit.CallAsync((client, stop) => client.Users[Account].OnlineMeetings.GetAsync(c => c.QueryParameters.Filter = filter, stop), cancel);
        if (found.Failure is { } failure) return new(null, failure);
        if (found.Value?.Value?.FirstOrDefault()?.Id is not { } meeting) return new(null, new GraphFailure(GraphFailureKind.NotFound, NoMeeting));

        var reports = await AllAsync(
            async (client, next, stop) =>
            {
                var of = client.Users[Account].OnlineMeetings[meeting].AttendanceReports;
                var page = await (next is null ? of : of.WithUrl(next)).GetAsync(cancellationToken: stop);
                return new Page<MeetingAttendanceReport>(page?.Value ?? [], page?.OdataNextLink);
            },
            cancel);
        if (reports.Value is not { } all) return new(null, reports.Failure);

        List<MeetingParticipant> people = [];
        var covering = all.Where(r => r.Id is not null && !(r.MeetingEndDateTime <= from) && !(r.MeetingStartDateTime >= to)).ToList();
        foreach (var report in covering)
        {
            var records = await AllAsync(
                async (client, next, stop) =>
                {
                    var of = client.Users[Account].OnlineMeetings[meeting].AttendanceReports[report.Id].AttendanceRecords;
                    var page = await (next is null ? of : of.WithUrl(next)).GetAsync(cancellationToken: stop);
                    return new Page<AttendanceRecord>(page?.Value ?? [], page?.OdataNextLink);
                },
                cancel);
            if (records.Value is not { } those) return new(null, records.Failure);
            people.AddRange(those.Select(Of).OfType<MeetingParticipant>());
        }

        return new(new MeetingAttendance(covering.Count, people), null);
    }

    private async Task<GraphAnswer<List<T>>> AllAsync<T>(Func<GraphServiceClient, string?, CancellationToken, Task<Page<T>>> read, CancellationToken cancel)
    {
        List<T> all = [];
        string? next = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var at = next;
            var answer = await Circuit.CallAsync<Page<T>>(async (client, stop) => await read(client, at, stop), cancel);
            if (answer.Value is not { } page) return new(null, answer.Failure);
            all.AddRange(page.Items);
            if (page.Next is null) return new(all, null);
            next = page.Next;
        }

        return new(null, new GraphFailure(GraphFailureKind.Unreachable, "no-end"));
    }

    private static MeetingParticipant? Of(AttendanceRecord record)
    {
        if (record.EmailAddress is not { Length: > 0 } address) return null;
        List<(DateTimeOffset, DateTimeOffset)> stays = [];
        foreach (var interval in record.AttendanceIntervals ?? [])
            if (interval.JoinDateTime is { } joined && (interval.LeaveDateTime ?? joined.AddSeconds(interval.DurationInSeconds ?? 0)) is var left && left > joined) stays.Add((joined, left));
        return new MeetingParticipant(address, stays, stays.Count > 0 ? 0 : Math.Max(0, record.TotalAttendanceInSeconds ?? 0));
    }

    private sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
}
