namespace SupportBot.Protocols;

/// <summary>A walk from one wait to the next.</summary>
/// <param name="Run">the run as it is now; unchanged when <paramref name="Refused"/> is set</param>
/// <param name="Effects">what is to be done, in order; empty when refused</param>
/// <param name="Refused">why the input was not taken</param>
public sealed record Sprint(ProtocolRun Run, IReadOnlyList<Effect> Effects, InputRefusal? Refused = null);
