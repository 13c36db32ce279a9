using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>What happened, the newest of it: a case of years has hundreds of entries.</summary>
public sealed partial class CasePage
{
    /// <summary>How many entries stand on the page before all are asked for.</summary>
    public const int NewestShown = 50;

    /// <summary><c>all</c> for every entry.</summary>
    [FromQuery(Name = "timeline")]
    public string? Asked { get; set; }

    /// <summary>The entries on the page, oldest first.</summary>
    public IEnumerable<AuditEntry> Shown => Asked == "all" ? Timeline : Timeline.Skip(Timeline.Count - NewestShown);

    /// <summary>How many earlier ones are left out.</summary>
    public int Folded => Asked == "all" ? 0 : Math.Max(0, Timeline.Count - NewestShown);
}
