using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A case whose time of keeping is over, for whoever was asked. It opens nothing of the case.</summary>
public sealed record AskedCase(Case Case, CasePlan Plan);

/// <summary>
/// Who was asked whether a case stays: the role that owns its protocol. It may decide without being one of those who see such cases; nobody
/// kept out of the case is asked, and nobody before its time.
/// </summary>
public sealed class KeepSight(ICaseBook book, ProtocolShelf shelf, District district)
{
    /// <summary>The role that is asked where a protocol's owner is no role of the district.</summary>
    public const string OtherwiseAsked = "safeguarding-lead";

    /// <summary>Null where there is no such case, where nobody has been asked yet, and where somebody else was.</summary>
    public async Task<AskedCase?> FindAsync(Person person, string number, CancellationToken cancel)
    {
        if (CaseNumber.Read(number) != number || await book.FindByNumberAsync(number, cancel) is not { KeepDecision: not null, Shredded: false } @case || @case.Excluded.Contains(person.Id)) return null;
        if (!ProtocolKey.TryParse(@case.Protocol, out var key) || shelf.Get(key) is not { Case: { } plan } protocol) return null;
        var asked = district.Role(protocol.Owner) is null ? OtherwiseAsked : protocol.Owner;
        return person.Holds(asked, @case.KnownSchool) ? new AskedCase(@case, plan) : null;
    }
}
