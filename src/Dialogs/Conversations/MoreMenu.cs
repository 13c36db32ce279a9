using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>What everybody may begin beside the first menu: the protocols that start on <c>menu:more</c>, by a button, by their title, or from the answer to a question they belong to.</summary>
internal sealed class MoreMenu(DialogContent content)
{
    /// <summary>Id that the button of the menu leads to.</summary>
    public const string Id = "more";

    private const string Entry = "menu:more";

    private readonly StaffMenu _staff = new(content);

    /// <summary>In the order of their titles; only those this person may begin here.</summary>
    public IReadOnlyList<Protocol> Of(TurnWork work) =>
        [.. content.Protocols.StartedBy(Entry, Today(work)).Where(p => _staff.Refusal(p, work) is null).OrderBy(content.TitleOf, StringComparer.Ordinal)];

    /// <summary>Of the protocols a question's topics name, those this person may begin here.</summary>
    public IReadOnlyList<Protocol> Among(IEnumerable<string> ids, TurnWork work) =>
        [.. ids.Select(id => content.Protocols.Startable(id, Today(work))).OfType<Protocol>().Where(p => _staff.Refusal(p, work) is null)];

    /// <summary>Id of the protocol whose title was typed; null where it is none of these.</summary>
    public string? Named(string text, TurnWork work)
    {
        var plain = TextNormaliser.Plain(text);
        return plain.Length == 0 ? null : Of(work).FirstOrDefault(p => TextNormaliser.Plain(p.Title) == plain || TextNormaliser.Plain(content.TitleOf(p)) == plain)?.Id;
    }

    private DateOnly Today(TurnWork work) => content.District.CalendarOf(null).Today(work.Now);
}
