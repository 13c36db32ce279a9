namespace SupportBot.Dialogs;

/// <param name="IsTyped">Somebody may have typed it: in a Markdown text it is nothing but text.</param>
internal sealed record ScheduleLine(string Label, string Text, bool IsTyped = false);

/// <summary>What is said of a workshop that is planned: a text for every channel, and what a card of it is made from.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Options">What may be answered, in the order of the text; empty where nothing is asked.</param>
internal abstract record SchedulePage(string Text, IReadOnlyList<TrainingOption> Options)
{
    /// <summary>The plan that is open afterwards; null where none is.</summary>
    public SchedulePlan? Plan { get; init; }

    /// <summary>What is asked, one of the constants of <see cref="ScheduleReader"/>; null where something is picked.</summary>
    public string? Asks { get; init; }

    /// <param name="Fault">What could not be taken; null for nothing.</param>
    internal sealed record Ask(string Text, IReadOnlyList<TrainingOption> Options, string? Fault) : SchedulePage(Text, Options);

    internal sealed record Which(string Text, IReadOnlyList<TrainingOption> Options) : SchedulePage(Text, Options);

    /// <param name="Title">Of the course.</param>
    /// <param name="Note">Said above the times.</param>
    /// <param name="Slots">To pick from, each with what stands below it.</param>
    /// <param name="Ways">To go on without a pick.</param>
    internal sealed record Times(string Text, IReadOnlyList<TrainingOption> Options, string Title, string Note, IReadOnlyList<(TrainingOption Time, string Below)> Slots, IReadOnlyList<TrainingOption> Ways) : SchedulePage(Text, Options);

    /// <param name="Note">What is doubtful; null for nothing.</param>
    internal sealed record Confirm(string Text, IReadOnlyList<TrainingOption> Options, string Heading, IReadOnlyList<ScheduleLine> Lines, string? Note) : SchedulePage(Text, Options);

    /// <summary>A session as it is.</summary>
    internal sealed record Shown(string Text, IReadOnlyList<TrainingOption> Options, string Heading, IReadOnlyList<ScheduleLine> Lines) : SchedulePage(Text, Options);

    internal sealed record Told(string Text) : SchedulePage(Text, []);
}
