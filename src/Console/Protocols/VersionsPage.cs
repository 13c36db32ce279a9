using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>The versions of one protocol, newest first, and what changed between two of them, in words.</summary>
public sealed class VersionsPage(District district, ProtocolShelf shelf, ProtocolWords words, ReviewBoard reviews) : StaffPage(district)
{
    /// <summary>Newest first; at least one.</summary>
    public IReadOnlyList<Protocol> Versions { get; private set; } = [];

    public Protocol Newest => Versions[0];

    /// <summary>The two that are compared, the older first; null where there is one version only.</summary>
    public (Protocol Before, Protocol After)? Compared { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public ProtocolWords Words => words;

    public DateOnly Today { get; } = reviews.Today;

    public RecalledVersion? RecallOf(Protocol protocol) => shelf.Recalls.FirstOrDefault(r => r.Protocol == protocol.Key);

    public static string PartTitle(DifferencePart part) => part switch
    {
        DifferencePart.Header => "About the protocol",
        DifferencePart.Steps => "What people are led through",
        DifferencePart.Case => "The case",
        DifferencePart.States => "States of the case, and what each needs",
        DifferencePart.Tasks => "Tasks",
        _ => "Clocks",
    };

    /// <param name="from">a version; without it the one before <paramref name="to"/></param>
    /// <param name="to">a version; without it the newest</param>
    public IActionResult OnGet(string id, string? from, string? to)
    {
        Versions = [.. shelf.Versions(id).Reverse()];
        if (Versions.Count == 0) return new UnseenResult();
        if (Versions.Count == 1) return Page();
        var after = Of(to) ?? Versions[0];
        var before = Of(from) ?? Versions.FirstOrDefault(v => v.Version < after.Version) ?? Versions[^1];
        if (before.Version > after.Version) (before, after) = (after, before);
        Compared = (before, after);
        Differences = VersionDifferences.Between(before, after, words.Role);
        return Page();
    }

    private Protocol? Of(string? version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Versions.FirstOrDefault(v => v.Version == number) : null;
}
