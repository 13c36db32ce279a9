using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportBot.Graph.Tests;

/// <summary>One mailbox's calendar behind <see cref="FakeGraph"/>: keeps events, and writes down whom Outlook would have told of what.</summary>
public sealed partial class FakeCalendar
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _events = [];
    private readonly List<(int At, string Id)> _changes = [];
    private int _made;

    private FakeCalendar(string mailbox) => Mailbox = mailbox;

    public string Mailbox { get; }

    /// <summary><c>invited maya@x</c>, <c>moved maya@x</c>, <c>cancelled maya@x</c>, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Busy times by address; an address that is not here is not known.</summary>
    public Dictionary<string, List<(DateTimeOffset From, DateTimeOffset To, string Status)>> Busy { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<JsonObject> Events
    {
        get { lock (_gate) return [.. _events.Select(e => e.DeepClone().AsObject())]; }
    }

    public JsonObject Only => Assert.Single(Events);

    public static FakeCalendar On(FakeGraph graph, string mailbox)
    {
        var calendar = new FakeCalendar(mailbox);
        graph.On($"users/{mailbox}/", calendar.Answer);
        return calendar;
    }

    /// <summary>What a request gets, and what comes of it; null for what is not the calendar's.</summary>
    public GraphReply? Answer(GraphRequest request)
    {
        lock (_gate)
        {
            string[] path = [.. request.Path.Split('/').Skip(2)];
            return (request.Method, path) switch
            {
                ("POST", ["events"]) => Create(request.Json.AsObject()),
                ("GET", ["events"]) => Find(Uri.UnescapeDataString(request.Query)),
                ("GET", ["events", var id]) => _events.Find(e => (string?)e["id"] == id) is { } there ? Ok(Selected(there, Uri.UnescapeDataString(request.Query))) : Missing,
                ("PATCH", ["events", var id]) => _events.Find(e => (string?)e["id"] == id) is { } there ? Patch(there, request.Json.AsObject()) : Missing,
                ("POST", ["events", var id, "cancel"]) => _events.Find(e => (string?)e["id"] == id) is { } there ? Cancel(there) : Missing,
                ("POST", ["calendar", "getSchedule"]) => Schedules(request.Json),
                ("GET", ["calendarView", _]) => Delta(Uri.UnescapeDataString(request.Query)),
                _ => null,
            };
        }
    }

    /// <summary>Somebody deletes the event in Outlook.</summary>
    public void Delete(JsonObject @event)
    {
        lock (_gate) Remove((string)@event["id"]!);
    }

    /// <summary>Somebody drags the event to another time in Outlook.</summary>
    public void Drag(JsonObject @event, TimeSpan by)
    {
        lock (_gate)
        {
            var there = _events.Single(e => (string?)e["id"] == (string?)@event["id"]);
            foreach (var end in new[] { "start", "end" }) there[end]!["dateTime"] = (TimeOf(there[end]!) + by).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            Change(there);
        }
    }

    /// <summary>Somebody writes another place in Outlook, and books its room instead of the one before.</summary>
    /// <param name="room">Null leaves the rooms as they are.</param>
    public void Place(JsonObject @event, string place, string? room = null)
    {
        lock (_gate)
        {
            var there = _events.Single(e => (string?)e["id"] == (string?)@event["id"]);
            there["location"] = new JsonObject { ["displayName"] = place };
            if (room is not null) there["attendees"]!.AsArray().Single(a => (string?)a!["type"] == "resource")!["emailAddress"]!["address"] = room;
            Change(there);
        }
    }

    /// <summary>Somebody invites one more in Outlook.</summary>
    public void Forward(JsonObject @event, string address)
    {
        lock (_gate)
        {
            var there = _events.Single(e => (string?)e["id"] == (string?)@event["id"]);
            there["attendees"]!.AsArray().Add(new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = address }, ["type"] = "optional" });
            Change(there);
        }
    }

    public static IReadOnlyList<string> AddressesOf(JsonNode @event) => [.. (@event["attendees"]?.AsArray() ?? []).Select(a => (string)a!["emailAddress"]!["address"]!)];

    private static GraphReply Missing => GraphReply.Error(404, "ErrorItemNotFound");

    private static GraphReply Ok(JsonObject there, int status = 200) => new(status, there.ToJsonString());

    // Graph leaves out what a question does not name.
    private static JsonObject Selected(JsonObject there, string query) =>
        SelectIn().Match(query) is { Success: true } match ? new JsonObject(there.Where(m => match.Groups[1].Value.Split(',').Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))) : there;

    private GraphReply Create(JsonObject asked)
    {
        if (_events.Find(e => (string?)e["transactionId"] == (string?)asked["transactionId"]) is { } same) return Ok(same, 201);
        var made = asked.DeepClone().AsObject();
        made["id"] = $"E{++_made}";
        if ((bool?)made["isOnlineMeeting"] == true) made["onlineMeeting"] = new JsonObject { ["joinUrl"] = $"https://teams.example/join/{_made}" };
        _events.Add(made);
        Change(made);
        Told.AddRange(AddressesOf(made).Select(a => $"invited {a}"));
        return Ok(made, 201);
    }

    private GraphReply Find(string query)
    {
        var key = KeyIn().Match(query).Groups[1].Value;
        return GraphReply.Ok(new JsonObject { ["value"] = new JsonArray([.. _events.Where(e => (string?)e["singleValueExtendedProperties"]![0]!["value"] == key).Select(e => e.DeepClone())]) }.ToJsonString());
    }

    private GraphReply Patch(JsonObject there, JsonObject change)
    {
        var before = AddressesOf(there);
        var moved = change.Any(c => c.Key is not ("attendees" or "@odata.type"));
        foreach (var (name, value) in change) there[name] = value?.DeepClone();
        Change(there);
        var now = AddressesOf(there);
        Told.AddRange(now.Except(before).Select(a => $"invited {a}"));
        Told.AddRange(before.Except(now).Select(a => $"cancelled {a}"));
        if (moved) Told.AddRange(now.Intersect(before).Select(a => $"moved {a}"));
        return Ok(there);
    }

    private GraphReply Cancel(JsonObject there)
    {
        Told.AddRange(AddressesOf(there).Select(a => $"cancelled {a}"));
        Remove((string)there["id"]!);
        return GraphReply.Accepted;
    }

    private void Remove(string id)
    {
        _events.RemoveAll(e => (string?)e["id"] == id);
        _changes.Add((_changes.Count + 1, id));
    }

    private void Change(JsonObject there)
    {
        _changes.Add((_changes.Count + 1, (string)there["id"]!));
        there["changeKey"] = $"C{_changes.Count}";
    }

    private GraphReply Schedules(JsonNode asked) => GraphReply.Ok(new JsonObject
    {
        ["value"] = new JsonArray([.. asked["Schedules"]!.AsArray().Select(s => (string)s!).Select(address => Busy.TryGetValue(address, out var busy)
            ? new JsonObject
            {
                ["scheduleId"] = address, ["availabilityView"] = "",
                ["scheduleItems"] = new JsonArray([.. busy.Where(b => b.From < TimeOf(asked["EndTime"]!) && b.To > TimeOf(asked["StartTime"]!)).Select(b => new JsonObject { ["status"] = b.Status, ["start"] = At(b.From), ["end"] = At(b.To) })]),
            }
            : (JsonNode)new JsonObject { ["scheduleId"] = address, ["error"] = new JsonObject { ["responseCode"] = "ErrorMailRecipientNotFound", ["message"] = "words of the service" } })]),
    }.ToJsonString());

    private GraphReply Delta(string query)
    {
        var since = SinceIn().Match(query) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : (int?)null;
        var ids = since is { } at ? _changes.Where(c => c.At > at).Select(c => c.Id).Distinct() : _events.Select(e => (string)e["id"]!);
        var found = ids.Select(id => _events.Find(e => (string?)e["id"] == id)?.DeepClone() ?? new JsonObject { ["id"] = id, ["@removed"] = new JsonObject { ["reason"] = "deleted" } });
        return GraphReply.Ok(new JsonObject { ["value"] = new JsonArray([.. found]), ["@odata.deltaLink"] = $"{{endpoint}}/users/{Mailbox}/calendarView/delta()?$deltatoken=v{_changes.Count}" }.ToJsonString());
    }

    private static DateTimeOffset TimeOf(JsonNode at) => new(DateTime.Parse((string)at["dateTime"]!, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static JsonObject At(DateTimeOffset at) => new() { ["dateTime"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.0000000", CultureInfo.InvariantCulture), ["timeZone"] = "UTC" };

    [GeneratedRegex("ep/value eq '([0-9a-f]+)'")]
    private static partial Regex KeyIn();

    [GeneratedRegex(@"[?&]\$select=([^&]+)")]
    private static partial Regex SelectIn();

    [GeneratedRegex(@"deltatoken=v(\d+)")]
    private static partial Regex SinceIn();
}
