namespace SupportBot.Dialogs;

/// <summary>Something that may be picked.</summary>
/// <param name="Choice">What a button of it carries: a verb and ids, joined by <c>~</c>.</param>
internal sealed record TrainingOption(string Choice, string Label);

/// <summary>What is said of trainings in one turn: a text for every channel, and what a card of it is made from.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Options">What may be answered, in the order of the text; empty where nothing is asked.</param>
internal abstract record TrainingPage(string Text, IReadOnlyList<TrainingOption> Options)
{
    /// <summary>Ways on that are no answer: nothing waits for them.</summary>
    public IReadOnlyList<TrainingOption> Ways { get; init; } = [];

    /// <summary>True where the dialog stays open for an answer.</summary>
    public virtual bool Asks => Options.Count > 0;

    /// <param name="Note">Said before the list; null for nothing.</param>
    /// <param name="All">Those with a date first.</param>
    internal sealed record Courses(string Text, IReadOnlyList<TrainingOption> Options, string? Note, IReadOnlyList<CourseLine> All) : TrainingPage(Text, Options);

    internal sealed record Dates(string Text, IReadOnlyList<TrainingOption> Options, CourseLine Course) : TrainingPage(Text, Options);

    internal sealed record Mine(string Text, MyLines Lines) : TrainingPage(Text, []);

    internal sealed record Which(string Text, IReadOnlyList<TrainingOption> Options) : TrainingPage(Text, Options);

    /// <param name="Date">What it is about; null where it is about nothing in particular.</param>
    internal sealed record Told(string Text, DateLine? Date) : TrainingPage(Text, []);

    /// <summary>The six digits on the wall are asked for.</summary>
    /// <param name="Fault">Why those before were not taken; null for nothing.</param>
    internal sealed record Code(string Text, string? Fault, IReadOnlyList<CheckInLine> Today) : TrainingPage(Text, [])
    {
        public override bool Asks => true;
    }

    /// <param name="More">How many are not shown; null for none.</param>
    internal sealed record Rosters(string Text, IReadOnlyList<TrainingOption> Options, IReadOnlyList<RosterLine> All, string? More) : TrainingPage(Text, Options);

    /// <param name="Note">What was done, or could not be; null for nothing.</param>
    /// <param name="IsUpdate">It takes the place of the card on which it was asked for.</param>
    internal sealed record Roster(string Text, RosterSheet Sheet, string? Note, bool IsUpdate) : TrainingPage(Text, []);

    /// <param name="Text">Where to answer, for channels without forms: what is typed into a chat stands there under a name.</param>
    internal sealed record Survey(string Text, FeedbackForm Form) : TrainingPage(Text, []);

    internal sealed record Sent(string Text, FeedbackSent Result) : TrainingPage(Text, []);
}
