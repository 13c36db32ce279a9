namespace SupportBot.Directory;

/// <summary>For whom resources are looked up.</summary>
/// <param name="Areas">Country, state and local areas that count, such as <c>US</c>, <c>OR</c>.</param>
public sealed record ResourceAudience(IReadOnlyList<string> Areas, Who Who)
{
    /// <summary>ISO 639 code of the language that somebody should speak there: those come first, and nobody is hidden for it.</summary>
    public string Language { get; init; } = Wording.English;

    /// <summary>Of <see cref="Resource.GradeBands"/>; null where it is not known. What is for other grades is hidden, what is made for these comes first.</summary>
    public string? Grades { get; init; }

    /// <summary>Who may ask as well: what is for them and not for <see cref="Who"/> comes behind the rest. Null for nobody.</summary>
    public Who? Also { get; init; }

    /// <summary>Areas that the question itself names, the nearest first: what is made for one of them comes first. All of them stand in <see cref="Areas"/> too.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    internal bool Counts(Who who) => who == Who || who == Also;

    /// <summary>The smaller, the nearer it is to what was asked.</summary>
    internal int Distance(Resource resource) => Enumerable.Range(0, Places.Count).FirstOrDefault(i => resource.Areas.Contains(Places[i]), Places.Count);

    internal bool IsMadeFor(Resource resource) => Grades is { } band && resource.Grades.Contains(band);
}

/// <summary>A resource as it may be shown at one moment.</summary>
/// <param name="CallToConfirm">True where the entry must carry the words "call to confirm": nobody has verified it.</param>
public sealed record ShownResource(Resource Resource, Opening Opening, bool CallToConfirm);

/// <summary>The first few resources for a need, and the rest behind "more".</summary>
public sealed record ResourcePage(IReadOnlyList<ShownResource> First, IReadOnlyList<ShownResource> More);

/// <summary>A named list of resources that a protocol can show.</summary>
public sealed record ResourceList(string Id, string Title, IReadOnlyList<string> Resources);

/// <summary>A need, and the resources that meet it, best first.</summary>
/// <param name="Keywords">More words by which people look for it.</param>
public sealed record ResourceTopic(string Id, Wording Title, IReadOnlyList<string> Resources, IReadOnlyList<string> Keywords)
{
    /// <summary>What the support office does about it and what one can do next, in two or three sentences; null where nobody has written it.</summary>
    public Wording? Answer { get; init; }

    /// <summary>Id of the protocol by which somebody who asks about it may ask for help with it; null where there is none.</summary>
    public string? Begins { get; init; }

    /// <summary>Languages whose translation a person has reviewed; others are shown as awaiting a reviewer. English is the original.</summary>
    public IReadOnlyList<string> Reviewed { get; init; } = [];
}

/// <summary>
/// The resources of a district and the rules for showing them. Closed entries are never shown. An entry whose
/// verification ran out is hidden, except 911, 988 and Crisis Text Line. An entry nobody verified is hidden, or shown
/// as "call to confirm" where its author allowed that. Reading leaves no trace anywhere.
/// </summary>
public sealed class ResourceShelf
{
    /// <summary>Shown first in every list, whatever their dates say: 911, 988, Crisis Text Line.</summary>
    public static IReadOnlyList<string> NeverHidden { get; } = ["emer-911", "cr-988", "cr-ctl"];

    private const int FirstFew = 3;

    private readonly Dictionary<string, Resource> _byId;
    private readonly ResourceWords _words;

    internal ResourceShelf(IReadOnlyList<Resource> resources, IReadOnlyList<ResourceList> lists, IReadOnlyList<ResourceTopic> topics, string owner)
    {
        (All, Lists, Topics, Owner) = (resources, lists, topics, owner);
        _byId = resources.ToDictionary(r => r.Id);
        _words = new ResourceWords(resources, topics);
    }

    /// <summary>Every entry, closed and outdated ones included: for the console and the checks, never for the chat.</summary>
    public IReadOnlyList<Resource> All { get; }

    public IReadOnlyList<ResourceList> Lists { get; }

    public IReadOnlyList<ResourceTopic> Topics { get; }

    /// <summary>Id of the role that answers for the entries being true, and gets the list of those to verify each week.</summary>
    public string Owner { get; }

    /// <summary>911, 988 and Crisis Text Line, then what else the list holds for this audience.</summary>
    /// <exception cref="ArgumentException">There is no list <paramref name="id"/>; the checks refuse content that names one.</exception>
    public IReadOnlyList<ShownResource> List(string id, ResourceAudience audience, DateTimeOffset at)
    {
        var list = Lists.FirstOrDefault(l => l.Id == id) ?? throw new ArgumentException($"There is no resource list \"{id}\".", nameof(id));
        return [.. NeverHidden.Select(r => Shown(_byId[r], at)), .. Visible(list.Resources.Except(NeverHidden), audience, at)];
    }

    /// <summary>
    /// What helps with a need: at most three, the rest as more. In the order the topic gives them, but first whoever is open, then what is for
    /// whoever asks, then the nearest to a place that is named, then whoever speaks the person's language, then what is made for their grade.
    /// 911, 988 and Crisis Text Line stay first where the topic begins with them.
    /// </summary>
    /// <exception cref="ArgumentException">There is no topic <paramref name="topic"/>.</exception>
    public ResourcePage ByTopic(string topic, ResourceAudience audience, DateTimeOffset at)
    {
        var found = Topics.FirstOrDefault(t => t.Id == topic) ?? throw new ArgumentException($"There is no resource topic \"{topic}\".", nameof(topic));
        var first = found.Resources.TakeWhile(NeverHidden.Contains).ToList();
        return Page(Visible(found.Resources, audience, at)
            .OrderBy(s => !first.Contains(s.Resource.Id))
            .ThenBy(s => s.Opening == Opening.Closed)
            .ThenBy(s => !s.Resource.Who.Contains(audience.Who))
            .ThenBy(s => audience.Distance(s.Resource))
            .ThenBy(s => !Speaks(s.Resource, audience.Language))
            .ThenBy(s => !audience.IsMadeFor(s.Resource)));
    }

    /// <summary>Resources whose name, purpose, topic or keywords hold the words of <paramref name="text"/>, best first; small misspellings are forgiven.</summary>
    public ResourcePage Search(string text, ResourceAudience audience, DateTimeOffset at) =>
        Page(Visible(_words.Matching(text), audience, at));

    /// <summary>Entries whose verification has run out, or that nobody ever verified; the oldest first. For the console.</summary>
    public IReadOnlyList<Resource> DueForReview(DateTimeOffset at) =>
    [
        .. All.Where(r => r.State != ResourceState.Closed && (r.VerifiedUntil is not { } until || until < Day(at)))
            .OrderBy(r => r.LastVerified),
    ];

    /// <summary>How an entry is shown to whoever it is for; null while it is hidden.</summary>
    public static ShownResource? AsShown(Resource resource, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return MayBeShown(resource, at) ? Shown(resource, at) : null;
    }

    /// <summary>At most three for several needs at once: the best of each in turn, nothing twice.</summary>
    public IReadOnlyList<ShownResource> ForNeeds(IReadOnlyList<string> topics, ResourceAudience audience, DateTimeOffset at)
    {
        var pages = topics.Where(t => Topics.Any(known => known.Id == t)).Select(t => ByTopic(t, audience, at)).Select(p => p.First.Concat(p.More).ToList()).ToList();
        return
        [
            .. Enumerable.Range(0, pages.Select(p => p.Count).DefaultIfEmpty().Max())
                .SelectMany(i => pages.Where(p => i < p.Count).Select(p => p[i])).DistinctBy(s => s.Resource.Id).Take(FirstFew),
        ];
    }

    private static bool Speaks(Resource resource, string language) => resource.Languages.Contains(language) || resource.Languages.Contains("int") || resource.Languages.Contains("multi");

    private IEnumerable<ShownResource> Visible(IEnumerable<string> ids, ResourceAudience audience, DateTimeOffset at) =>
        ids.Select(id => _byId[id])
            .Where(r => r.Who.Any(audience.Counts) && r.Areas.Any(audience.Areas.Contains) && (audience.Grades is not { } band || r.Grades.Count == 0 || r.Grades.Contains(band)))
            .Select(r => AsShown(r, at)).OfType<ShownResource>()
            .Where(s => !s.Resource.OnlyWhenOpen || s.Opening == Opening.Open);

    private static bool MayBeShown(Resource resource, DateTimeOffset at)
    {
        if (resource.State == ResourceState.Closed) return false;
        if (NeverHidden.Contains(resource.Id)) return true;
        var isExpired = resource.VerifiedUntil is { } until && until < Day(at);
        if (isExpired) return false;
        return IsUnconfirmed(resource) ? resource.ShowUnconfirmed : resource.LastVerified is not null;
    }

    private static bool IsUnconfirmed(Resource resource) => resource.Confidence == Confidence.C || resource.Status == ResourceStatus.Verify;

    private static ShownResource Shown(Resource resource, DateTimeOffset at) =>
        new(resource, resource.Hours.At(at), IsUnconfirmed(resource));

    private static ResourcePage Page(IEnumerable<ShownResource> shown)
    {
        var all = shown.ToList();
        return new ResourcePage([.. all.Take(FirstFew)], [.. all.Skip(FirstFew)]);
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
