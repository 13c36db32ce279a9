using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Whose id is whose, of everybody who is or ever was there, and of the content file. Finds the id of a row, or makes one.</summary>
internal sealed class Identities
{
    private const int LongEnoughToMisspell = 5;
    private readonly Dictionary<string, PersonIdentity> _byId = [];
    private readonly Dictionary<string, string> _byEntra = [];
    private readonly Dictionary<string, string> _byMail = new(StringComparer.OrdinalIgnoreCase);

    public Identities(PeopleBook book, IReadOnlyList<Person> content, List<PeopleFault> notes)
    {
        // People in force first: an address is theirs before it is anybody's who left.
        foreach (var identity in book.People.Select(PersonIdentity.Of).Concat(book.Former)) Add(identity);
        foreach (var person in content)
        {
            var note = Contradiction(person);
            if (note is not null) notes.Add(note);
            // Account and address lead to whoever had them first; the id is taken all the same, because the roster names it.
            Add(note is null ? PersonIdentity.Of(person) : new PersonIdentity(person.Id, null, null, person.Name));
        }
    }

    public string? OfEntra(string? entraId) => entraId is null ? null : _byEntra.GetValueOrDefault(entraId);

    /// <summary>
    /// Whose address it is, as far as the address may speak: not against an account that is known, and not where nothing of the name is left.
    /// An address is handed over when people go; the identity never is. A refused row only keeps somebody as they were, and its name may be what is broken.
    /// </summary>
    public string? OfMail(RowInMerge row, out string? handedOverBy)
    {
        handedOverBy = null;
        if (!_byMail.TryGetValue(row.Mail, out var id)) return null;
        var known = _byId[id];
        if ((row.EntraId is null || known.EntraId is null) && (row.IsRefused || AreAlike(row.Name, known.Name))) return id;
        handedOverBy = id;
        return null;
    }

    /// <summary>The account that is known for an id.</summary>
    public string? EntraOf(string id) => _byId.GetValueOrDefault(id)?.EntraId;

    /// <summary>An id from a name, that nobody has or ever had: <c>maya-okafor</c>, <c>maya-okafor-2</c>.</summary>
    public string Make(string name)
    {
        var words = PlainWords.Of(name).Split(' ').Select(w => new string([.. w.Where(char.IsAsciiLetterOrDigit)])).Where(w => w.Length > 0);
        var stem = string.Join('-', words);
        // A name in letters that ids have not, or that begins with a digit, tells nothing here.
        if (stem.Length == 0 || !char.IsAsciiLetter(stem[0])) stem = "staff";
        var id = stem;
        for (var next = 2; _byId.ContainsKey(id); next++) id = $"{stem}-{next}";
        _byId[id] = new PersonIdentity(id, null, null, name);
        return id;
    }

    private void Add(PersonIdentity identity)
    {
        if (!_byId.TryAdd(identity.Id, identity)) _byId[identity.Id] = _byId[identity.Id] with { EntraId = _byId[identity.Id].EntraId ?? identity.EntraId };
        if (identity.EntraId is { } entra) _byEntra.TryAdd(entra, identity.Id);
        if (identity.Mail is { } mail && _byId[identity.Id].Mail == mail) _byMail.TryAdd(mail, identity.Id);
    }

    // What a district writes by hand cannot move an id to another person: it would hand over their cases.
    private PeopleFault? Contradiction(Person person)
    {
        var where = $"directory/people.yaml, {person.Id}";
        if (_byId.TryGetValue(person.Id, out var known) && known.EntraId is not null && person.EntraId is not null && known.EntraId != person.EntraId)
            return new PeopleFault(where, "the id already belongs to another account", "give the person in people.yaml and roster.yaml another id; until then the roster calls whoever had it first", IsRefusal: false);
        if (person.EntraId is not null && OfEntra(person.EntraId) is { } other && other != person.Id)
            return new PeopleFault(where, $"this account already has the id {other}", $"write {other} in people.yaml and roster.yaml; until then the roster does not call them", IsRefusal: false);
        return null;
    }

    private static readonly HashSet<string> Particles = ["del", "las", "los", "dos", "das", "van", "von", "der", "den", "ter", "bin", "ben", "ibn", "abu", "san"];

    // One word in common, a slip allowed: people marry, and an export may write Will for William. A word of three letters is shared by too many
    // (Kim, Lee, Ana) to hand over an identity: of those it takes two, or the whole name.
    private static bool AreAlike(string a, string b)
    {
        var (mine, theirs) = (PlainWords.Split(a), PlainWords.Split(b));
        if (mine.AsSpan().SequenceEqual(theirs)) return true;
        var common = mine.Where(w => w.Length > 2 && theirs.Contains(w) && !Particles.Contains(w)).Distinct().ToList();
        return common.Count > 1 || common.Exists(w => w.Length > 3)
            || mine.Any(w => theirs.Any(x => Math.Min(w.Length, x.Length) >= LongEnoughToMisspell && Nearest.Slips(w, x) <= 1));
    }
}
