namespace SupportBot.Dialogs;

/// <summary>What was made of a text or a form.</summary>
/// <param name="Plan">With what was said.</param>
/// <param name="IsAnything">False where nothing in the text is about a workshop.</param>
/// <param name="Faults">Sentences about what could not be taken.</param>
/// <param name="Which">What may be meant, where it is more than one thing; the answer is asked for first.</param>
internal sealed record ScheduleHeard(SchedulePlan Plan, bool IsAnything, IReadOnlyList<string> Faults, IReadOnlyList<TrainingOption> Which);
