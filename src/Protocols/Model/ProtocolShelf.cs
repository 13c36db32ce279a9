namespace SupportBot.Protocols;

/// <summary>A version that was found harmful: its runs go to their fallback and nobody starts it again.</summary>
/// <param name="On">the day it was recalled</param>
/// <param name="By">role or name of who decided it</param>
public sealed record RecalledVersion(ProtocolKey Protocol, DateOnly On, string By, string Why);

/// <summary>Every version of every protocol.</summary>
public sealed class ProtocolShelf
{
    private readonly Dictionary<ProtocolKey, Protocol> _byKey;
    private readonly ILookup<ProtocolKey, ProtocolLanguage> _languages;

    /// <exception cref="ArgumentException">two protocols have the same key</exception>
    public ProtocolShelf(IEnumerable<Protocol> protocols, IEnumerable<RecalledVersion> recalls, IEnumerable<ProtocolLanguage>? languages = null)
    {
        _byKey = protocols.ToDictionary(p => p.Key);
        Recalls = [.. recalls];
        _languages = (languages ?? []).ToLookup(l => l.Protocol);
    }

    public IReadOnlyList<RecalledVersion> Recalls { get; }

    public IReadOnlyList<Protocol> All => [.. _byKey.Values.OrderBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.Version)];

    public Protocol? Get(ProtocolKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>All versions of one protocol, oldest first.</summary>
    public IReadOnlyList<Protocol> Versions(string id) => [.. All.Where(p => p.Id == id)];

    /// <summary>Translations of one version, by language; the base language is none of them.</summary>
    public IReadOnlyList<ProtocolLanguage> Languages(ProtocolKey key) => [.. _languages[key].OrderBy(l => l.Language, StringComparer.Ordinal)];

    /// <summary>The translation of one version into a language, such as <c>es</c>; null where there is none, and for the base language.</summary>
    public ProtocolLanguage? Translation(ProtocolKey key, string language) => _languages[key].FirstOrDefault(l => l.Language == language);

    /// <summary>An effect in the words of a language, as far as its protocol is translated.</summary>
    public Effect In(Effect effect, string language) => Translation(effect.Protocol, language)?.Over(effect) ?? effect;

    /// <inheritdoc cref="In(Effect, string)"/>
    public Question In(Question question, string language) => Translation(question.Protocol, language)?.Over(question) ?? question;

    public bool IsRecalled(ProtocolKey key) => Recalls.Any(r => r.Protocol == key);

    /// <summary>The highest active version that is in effect on the day and not recalled; null when there is none.</summary>
    /// <param name="today">the day in the school's time zone</param>
    public Protocol? Startable(string id, DateOnly today) =>
        Versions(id).LastOrDefault(p => p.Status == ProtocolStatus.Active && p.EffectiveFrom <= today && !(p.EffectiveTo < today) && !IsRecalled(p.Key));

    /// <summary>What can be started on the day by an entry such as <c>menu:report-bullying</c>.</summary>
    public IReadOnlyList<Protocol> StartedBy(string entry, DateOnly today) =>
        [.. _byKey.Keys.Select(k => k.Id).Distinct().Order(StringComparer.Ordinal).Select(id => Startable(id, today)).OfType<Protocol>().Where(p => p.StartsOn.Contains(entry))];

    /// <summary>The shelf as the engine sees it on a day.</summary>
    public ILibrary On(DateOnly today) => new Day(this, today);

    private sealed class Day(ProtocolShelf shelf, DateOnly today) : ILibrary
    {
        public Protocol? Get(ProtocolKey key) => shelf.Get(key);

        public Protocol? Newest(string id) => shelf.Startable(id, today);
    }
}
