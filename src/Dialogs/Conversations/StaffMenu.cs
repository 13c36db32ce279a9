using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Who may begin which protocol, and what staff may begin: by its title, typed or chosen. Where somebody is led to and what they may do stay two things.</summary>
internal sealed class StaffMenu(DialogContent content)
{
    /// <summary>Id that the button of the menu leads to.</summary>
    public const string Id = "staff-steps";

    private static readonly string[] Starts = ["start ", "begin ", "empezar ", "comenzar ", "iniciar "];
    private static readonly string[] Words = ["what can i do", "what can i start", "steps", "staff steps", "steps for staff", "protocols", "protocol", "pasos", "protocolos", "que puedo hacer"];

    private Phrases Phrases => content.Phrases;

    /// <summary>Null where the person may begin it; else the sentence that says who may.</summary>
    public string? Refusal(Protocol protocol, TurnWork work) =>
        work.Traits.Anonymous && protocol.Anonymous == Anonymity.Never ? Phrases["start.staff-only"] : Refusal(protocol, work.Turn.PersonId);

    private string? Refusal(Protocol protocol, string? personId)
    {
        if (protocol.MayStart.Count == 0) return null;
        if (content.District.Person(personId) is not { } person) return Phrases["start.staff-only"];
        if (protocol.MayStart.Contains(Protocol.AllStaff) || protocol.MayStart.Any(person.Holds)) return null;
        var roles = protocol.MayStart.Select(r => content.TitleOfRole(r));
        return Phrases.Say("start.roles", ("role", string.Join(", ", roles)));
    }

    /// <summary>What is begun where this person asks for a protocol that they may not begin; null where there is nothing.</summary>
    public Protocol? Instead(string protocolId, TurnWork work) =>
        content.Protocols.StartedBy($"instead:{protocolId}", content.District.CalendarOf(null).Today(work.Now)).FirstOrDefault(p => Refusal(p, work) is null);

    /// <summary>What this person may begin that is not for everybody, by title. Empty for whoever is not known.</summary>
    public IReadOnlyList<Protocol> Of(TurnWork work) => work.Traits.Anonymous ? [] : Of(work.Turn.PersonId, work.Now);

    /// <inheritdoc cref="Of(TurnWork)"/>
    public IReadOnlyList<Protocol> Of(string? personId, DateTimeOffset now) => [.. All(personId, now).Where(p => Refusal(p, personId) is null)];

    // Whether or not this person may begin them: whoever names one that is others' reads whose it is.
    private List<Protocol> All(string? personId, DateTimeOffset now)
    {
        if (content.District.Person(personId) is null) return [];
        var today = content.District.CalendarOf(null).Today(now);
        return
        [
            .. content.Protocols.All.Where(p => p.MayStart.Count > 0 || p.Anonymous == Anonymity.Never).Select(p => p.Id).Distinct()
                .Select(id => content.Protocols.Startable(id, today)).OfType<Protocol>().OrderBy(p => p.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>True where the text asks for the list.</summary>
    public static bool IsAskedFor(string text) => Words.Contains(TextNormaliser.Plain(text));

    /// <summary>Id of the protocol whose title was typed, alone or after "start"; null where it is none of these.</summary>
    public string? Named(string text, TurnWork work)
    {
        if (text.Length > 120 || work.Traits.Anonymous || All(work.Turn.PersonId, work.Now) is not { Count: > 0 } all) return null;
        var plain = TextNormaliser.Plain(text);
        var asked = Starts.FirstOrDefault(s => plain.StartsWith(s, StringComparison.Ordinal)) is { } start ? plain[start.Length..] : null;
        if (all.Find(p => Titles(p).Any(title => title == plain || title == asked) || TextNormaliser.Plain(p.Id) is var id && (id == plain || id == asked)) is { } named) return named.Id;
        return asked is null ? null : ChoiceText.Match(asked, [.. Of(work).Select(p => (p.Id, content.TitleOf(p)))]);
    }

    private IEnumerable<string> Titles(Protocol protocol) => new[] { protocol.Title, content.TitleOf(protocol) }.Distinct().Select(TextNormaliser.Plain);

    /// <summary>The list as a text, numbered as <c>start 3</c> counts; empty where there is nothing to begin.</summary>
    public string Text(TurnWork work) => Of(work).Count == 0 ? "" :
        Phrases["start.list"] + "\n\n" + string.Join("\n", Of(work).Select((p, at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at + 1}. {content.TitleOf(p)}"))) + "\n\n" + Phrases["start.how"];
}
