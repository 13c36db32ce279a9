using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>The plan that each case is worked by: that of the very protocol version which opened it.</summary>
public sealed class CasePlans(ProtocolShelf shelf, ILogger<CasePlans> log)
{
    /// <summary>Null where that version is on no shelf or opens no cases; without its plan nobody can tell who may see a case.</summary>
    public CasePlan? Of(Case @case)
    {
        if (ProtocolKey.TryParse(@case.Protocol, out var key) && shelf.Get(key)?.Case is { } plan) return plan;
        Log.PlanMissing(log, @case.Id, @case.Protocol);
        return null;
    }

    /// <summary>The plan with its titles in a language, as far as they are translated.</summary>
    /// <param name="language">such as <c>es</c></param>
    public CasePlan In(CasePlan plan, Case @case, string language) =>
        ProtocolKey.TryParse(@case.Protocol, out var key) && shelf.Translation(key, language) is { } translation ? translation.Over(plan) : plan;

    /// <summary>That the version which plans a case was recalled: when, by whom and why; null where it was not.</summary>
    public RecalledVersion? RecallOf(Case @case) => ProtocolKey.TryParse(@case.Protocol, out var key) ? shelf.Recalls.FirstOrDefault(r => r.Protocol == key) : null;

    /// <summary>One plan for each kind, the newest, by title.</summary>
    public IReadOnlyList<CasePlan> Kinds =>
        [.. shelf.All.Where(p => p.Case is not null).GroupBy(p => p.Case!.Kind).Select(g => g.Last().Case!).OrderBy(p => p.Title, StringComparer.Ordinal)];
}
