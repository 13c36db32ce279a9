using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>Every version of one protocol.</summary>
/// <param name="Shown">the newest version</param>
/// <param name="Others">newest first</param>
public sealed record ProtocolShown(Protocol Shown, IReadOnlyList<Protocol> Others);

/// <summary>Every protocol, with its versions, its review and its languages. Open to every member of staff: nothing on it is about a person.</summary>
public sealed class ProtocolListPage(District district, ProtocolShelf shelf, ProtocolWords words, ReviewBoard reviews) : StaffPage(district)
{
    public const string Address = "/console/protocols";

    public ProtocolWords Words => words;

    public ReviewBoard Reviews => reviews;

    public DateOnly Today { get; } = reviews.Today;

    /// <summary>By title.</summary>
    public IReadOnlyList<ProtocolShown> Protocols => [.. shelf.All.GroupBy(p => p.Id).Select(Of).OrderBy(p => p.Shown.Title, StringComparer.CurrentCulture)];

    public IActionResult OnGet() => Page();

    private static ProtocolShown Of(IEnumerable<Protocol> versions)
    {
        var newest = versions.OrderByDescending(p => p.Version).ToList();
        return new ProtocolShown(newest[0], newest[1..]);
    }
}
