namespace SupportBot.Understanding;

/// <summary>Something a person may say at any time instead of answering.</summary>
/// <param name="Subject">for <see cref="CommandKind.Change"/> what to change, in plain words; else null. When it names no question, the text was an answer.</param>
public sealed record Command(CommandKind Kind, string? Subject = null);

public enum CommandKind
{
    Stop,
    Back,
    StartOver,
    Help,
    Language,
    Privacy,
    Person,
    QuickExit,
    Change,
}
