using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A session as somebody typed it.</summary>
/// <param name="Session">Null where a field is wrong; what is wrong stands in <see cref="TypedForm.Errors"/>.</param>
/// <param name="Doubts">Sentences about what may be meant so, and is often a slip.</param>
public sealed record SessionDraft(Session? Session, TypedForm Typed, IReadOnlyList<string> Doubts);
