using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>What came of reading a protocol.</summary>
/// <param name="Protocol">null when any fault is an error</param>
public sealed record ReadResult(Protocol? Protocol, IReadOnlyList<Fault> Faults);
