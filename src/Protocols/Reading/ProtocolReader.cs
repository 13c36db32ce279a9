using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Turns the text of a protocol into the protocol, or into sentences that say what is wrong with it.</summary>
public static partial class ProtocolReader
{
    private const int MostSteps = 80;

    // Who may start it, who has approved it, when it is looked at again and on which days of the year it is begun; a run in progress does not depend on these.
    private static readonly string[] NotPinned = ["status", "effective", "approved", "review", "yearly"];

    // In approved: nobody has.
    private const string Nobody = "none";

    private static readonly string[] Keys =
    [
        "format", "id", "version", "replaces", "title", "status", "effective", "approved", "review", "owner", "basis",
        "starts-on", "severity", "language", "fallback", "jurisdictions", "anonymous", "may-start", "survey", "yearly", "steps", "case",
    ];

    /// <summary>Reads a content file.</summary>
    /// <param name="fileName">the name faults are told with, such as <c>bullying-report/2.yaml</c></param>
    public static ReadResult Read(string fileName, string yaml) => Read(YamlFile.Read(fileName, yaml), pinned: false);

    /// <summary>Reads a text that was pinned: <see cref="Protocol.CanonicalJson"/>. Its status is then <c>retired</c>: nobody starts from a pin.</summary>
    public static ReadResult ReadCanonical(string json) => ReadCanonical("pinned protocol", json);

    /// <inheritdoc cref="ReadCanonical(string)"/>
    public static ReadResult ReadCanonical(string name, string json) => Read(YamlFile.ReadJson(name, json), pinned: true);

    private static ReadResult Read(YamlFile file, bool pinned)
    {
        var root = file.Root is null ? null : ProtocolFormat.Upgrade(file.Root);
        if (root is null)
            return new(null, file.Faults.InReadingOrder());
        var protocol = Protocol(root, pinned);
        return new(file.Faults.HasErrors ? null : protocol, file.Faults.InReadingOrder());
    }

    private static Protocol Protocol(YamlMap root, bool pinned)
    {
        root.RefuseUnknownKeys(Keys);
        var steps = Steps(root);
        var protocol = new Protocol
        {
            Id = root.Id("id"),
            Version = root.Has("version") ? Version(root, "version") ?? 0 : root.Number("version"),
            Replaces = root.Has("replaces") ? Version(root, "replaces") : null,
            Title = root.Text("title"),
            Severity = root.Choice<Severity>("severity"),
            Language = root.Text("language"),
            Fallback = root.Id("fallback"),
            StartsOn = StartsOn(root),
            Jurisdictions = root.OptionalTexts("jurisdictions"),
            Anonymous = root.OptionalChoice<Anonymity>("anonymous") ?? Anonymity.Allowed,
            MayStart = root.OptionalIds("may-start"),
            IsSurvey = root.Flag("survey"),
            Steps = steps,
            Case = root.OptionalMap("case") is { } plan ? CaseReader.Read(plan) : null,
            AboutStaff = root["case"] is YamlMap section ? CaseReader.AboutStaff(section) : null,
            Owner = root.Id("owner"),
            Basis = root.OptionalTexts("basis"),
            Place = Place.Of(root),
            Places = Places(root),
            CanonicalJson = "",
            Hash = "",
        };
        // A pin is what it was when it was written, also one that an earlier program wrote with its approval.
        var json = CanonicalJson.Write(pinned ? root : root.Without(NotPinned));
        return Dated(root, protocol with { CanonicalJson = json, Hash = CanonicalJson.Hash(json) }, pinned);
    }

    private static IReadOnlyList<Step> Steps(YamlMap root)
    {
        var maps = root.Maps("steps");
        if (root.Has("steps") && maps.Count is 0 or > MostSteps)
            root["steps"]!.Fault($"a protocol has 1 to {MostSteps} steps", maps.Count == 0 ? "add a step" : "put a part of it in a protocol of its own and call it");
        var ids = maps.Select(m => (m["id"] as YamlScalar)?.Value).ToArray();
        for (var i = 0; i < ids.Length; i++)
            if (ids[i] is not null && Array.IndexOf(ids, ids[i]) < i)
                maps[i]["id"]!.Fault($"there is another step {ids[i]}, on line {maps[Array.IndexOf(ids, ids[i])].Line}", "give one of them another id");
        return [.. maps.Select((m, i) => StepReader.Read(m, i + 1 < ids.Length ? ids[i + 1] : null)).OfType<Step>()];
    }

    private static Dictionary<string, Place> Places(YamlMap root)
    {
        var places = root["case"] is YamlMap section ? CaseReader.Places(section) : [];
        foreach (var (key, _) in root.Entries)
            places.TryAdd(key.Value, Place.Of(key));
        return places;
    }

    private static int? Version(YamlMap root, string key)
    {
        var version = root.OptionalNumber(key);
        if (version < 1)
            root[key]!.Fault($"{key} must be 1 or more", "write 1 for the first version");
        return version;
    }

    private static IReadOnlyList<string> StartsOn(YamlMap root)
    {
        var starts = root.List("starts-on").TextNodes();
        foreach (var start in starts)
            if (start.Value.Split(':') is not (["menu" or "signal" or "route" or "instead", { Length: > 0 }]))
                start.Fault($"\"{start.Value}\" starts nothing", "write menu:, signal:, route: or instead: and an id, such as menu:report-bullying");
        return [.. starts.Select(s => s.Value)];
    }

    private static Protocol Dated(YamlMap root, Protocol protocol, bool pinned)
    {
        if (pinned)
            return protocol with { Status = ProtocolStatus.Retired };
        var approved = Approval(root);
        var effective = root.Map("effective");
        effective.RefuseUnknownKeys("from", "to");
        var review = root.Map("review");
        review.RefuseUnknownKeys("last", "due");
        var dated = protocol with
        {
            Status = root.Choice<ProtocolStatus>("status"),
            ApprovedOn = approved?.Date("on"),
            ApprovedBy = approved?.Id("by"),
            EffectiveFrom = root.Has("effective") ? effective.Date("from") : null,
            EffectiveTo = effective.OptionalDate("to"),
            LastReview = review.OptionalDate("last"),
            ReviewDue = root.Has("review") ? review.Date("due") : null,
            Yearly = YearlyReader.Read(root),
        };
        if (dated.EffectiveTo < dated.EffectiveFrom)
            effective["to"]!.Fault("it ends before it begins", "swap from and to");
        if (dated.ReviewDue <= dated.LastReview)
            review["due"]!.Fault("the review is due before the last one", "write the day of the next review");
        return dated;
    }

    // Null where it says that nobody has approved it, or says nothing readable.
    private static YamlMap? Approval(YamlMap root)
    {
        if (root["approved"] is YamlScalar { Value: Nobody })
            return null;
        var approved = root.Map("approved");
        approved.RefuseUnknownKeys("on", "by");
        return root["approved"] is YamlMap ? approved : null;
    }
}
