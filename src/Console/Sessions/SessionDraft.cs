using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A session as somebody typed it.</summary>
/// <param name="Session">Null where a field is wrong; what is wrong stands in <see cref="TypedForm.Errors"/>.</param>
/// <param name="Doubts">What is to be asked about before it is saved; <see cref="DoubtWords"/> says it.</param>
public sealed record SessionDraft(Session? Session, TypedForm Typed, IReadOnlyList<SessionDoubt> Doubts);
