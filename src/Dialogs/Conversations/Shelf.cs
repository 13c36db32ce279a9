using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>What conversations ask of the shelf of protocols.</summary>
internal static class Shelf
{
    /// <summary>The plan that a case is worked by: that of the version which opened it, for ever.</summary>
    public static CasePlan PlanOf(this ProtocolShelf shelf, string protocol) =>
        ProtocolKey.TryParse(protocol, out var key) && shelf.Get(key)?.Case is { } plan ? plan : throw new InvalidOperationException($"{protocol} is on no shelf, or has no case section.");
}
