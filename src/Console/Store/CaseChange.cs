using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>One case of several that change together.</summary>
/// <param name="ExpectedRevision">0 opens the case.</param>
/// <param name="Pin">The protocol version that plans a case which opens: it stays that one.</param>
public sealed record CaseChange(CaseStep Step, int ExpectedRevision, ProtocolPin? Pin = null);

/// <summary>A protocol version as it is kept beside the cases that are worked by it.</summary>
public sealed record ProtocolPin(string Key, string Hash, string CanonicalJson);
