using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A protocol's steps as a list, with the ones that were walked marked.</summary>
/// <param name="Here">Id of the step that waits now; null where none does.</param>
public sealed record StepList(Protocol Protocol, IReadOnlyList<string> Walked, string? Here = null);
