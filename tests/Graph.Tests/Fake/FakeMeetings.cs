using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportBot.Graph.Tests;

/// <summary>Online meetings of one account behind <see cref="FakeGraph"/>, with their attendance reports, two records a page.</summary>
public sealed partial class FakeMeetings
{
    private const int PageSize = 2;
    private readonly string _account;
    private readonly Dictionary<string, List<(DateTimeOffset From, DateTimeOffset To, List<JsonObject> Records)>> _meetings = [];

    private FakeMeetings(string account) => _account = account;

    public static FakeMeetings On(FakeGraph graph, string account)
    {
        var meetings = new FakeMeetings(account);
        graph.On($"users/{account}/onlineMeetings", meetings.Answer);
        return meetings;
    }

    /// <summary>A meeting that nobody has held yet.</summary>
    public void Planned(string joinUrl) => _meetings.TryAdd(joinUrl, []);

    /// <summary>The meeting was held once, from the first who came to the last who left; a meeting that was held again has another report.</summary>
    public void Held(string joinUrl, DateTimeOffset from, DateTimeOffset to, params JsonObject[] records)
    {
        Planned(joinUrl);
        _meetings[joinUrl].Add((from, to, [.. records]));
    }

    /// <summary>A record as Teams writes it.</summary>
    /// <param name="mail">Null for a guest without an account.</param>
    public static JsonObject Record(string? mail, params (DateTimeOffset Joined, DateTimeOffset Left)[] stays) => new()
    {
        ["emailAddress"] = mail, ["role"] = "Attendee", ["identity"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["displayName"] = "Name of a person" },
        ["totalAttendanceInSeconds"] = (int)stays.Sum(s => (s.Left - s.Joined).TotalSeconds),
        ["attendanceIntervals"] = new JsonArray([.. stays.Select(s => (JsonNode)new JsonObject { ["joinDateTime"] = At(s.Joined), ["leaveDateTime"] = At(s.Left), ["durationInSeconds"] = (int)(s.Left - s.Joined).TotalSeconds })]),
    };

    private GraphReply? Answer(GraphRequest request)
    {
        string[] path = [.. request.Path.Split('/').Skip(3)];
        return path switch
        {
            [] => Find(Uri.UnescapeDataString(request.Query)),
            [var meeting, "attendanceReports"] when ReportsOf(meeting) is { } reports => GraphReply.Ok(new JsonObject
            {
                ["value"] = new JsonArray([.. reports.Select((r, i) => (JsonNode)new JsonObject { ["id"] = $"r{i}", ["totalParticipantCount"] = r.Records.Count, ["meetingStartDateTime"] = At(r.From), ["meetingEndDateTime"] = At(r.To) })]),
            }.ToJsonString()),
            [var meeting, "attendanceReports", var report, "attendanceRecords"] when ReportsOf(meeting) is { } reports =>
                Records(request, reports[int.Parse(report[1..], CultureInfo.InvariantCulture)].Records),
            _ => GraphReply.Error(404, "NotFound"),
        };
    }

    private GraphReply Find(string query)
    {
        var asked = AddressIn().Match(query).Groups[1].Value.Replace("''", "'", StringComparison.Ordinal);
        var at = _meetings.Keys.ToList().IndexOf(asked);
        return at < 0 ? GraphReply.Error(404, "NotFound") : GraphReply.Ok(new JsonObject { ["value"] = new JsonArray(new JsonObject { ["id"] = $"MSo{at}", ["joinWebUrl"] = asked }) }.ToJsonString());
    }

    private List<(DateTimeOffset From, DateTimeOffset To, List<JsonObject> Records)>? ReportsOf(string meeting) =>
        int.TryParse(meeting.Replace("MSo", "", StringComparison.Ordinal), out var at) && at < _meetings.Count ? _meetings.Values.ElementAt(at) : null;

    private static GraphReply Records(GraphRequest request, List<JsonObject> records)
    {
        var from = SkipIn().Match(Uri.UnescapeDataString(request.Query)) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        var page = new JsonObject { ["value"] = new JsonArray([.. records.Skip(from).Take(PageSize).Select(r => r.DeepClone())]) };
        if (from + PageSize < records.Count) page["@odata.nextLink"] = $"{{endpoint}}/{request.Path}?$skiptoken={from + PageSize}";
        return GraphReply.Ok(page.ToJsonString());
    }

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\$filter=joinWebUrl eq '(.*)'$")]
    private static partial Regex AddressIn();

    [GeneratedRegex(@"\$skiptoken=(\d+)")]
    private static partial Regex SkipIn();
}
