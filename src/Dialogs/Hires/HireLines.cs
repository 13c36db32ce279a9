using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>What a list of hires would do, in numbers and with the lines that are not taken.</summary>
/// <param name="Waiting">Of those that would be kept, how many the directory does not know yet.</param>
/// <param name="Faults">In the order of their lines.</param>
/// <param name="Unread">Columns that nobody reads.</param>
/// <param name="Mark">Says which preview this is.</param>
public sealed record HireListLines(int Added, int Changed, int Same, int Waiting, IReadOnlyList<HireFault> Faults, IReadOnlyList<string> Unread, string Mark)
{
    /// <summary>Why nothing of the list could be read: a code of <see cref="CsvSheet"/>; null where it could.</summary>
    public string? Code { get; init; }

    /// <summary>What the code is about: a column or a line.</summary>
    public string Word { get; init; } = "";

    public bool HasSomethingToDo => Added + Changed > 0;
}

/// <summary>What came of an import.</summary>
public enum HireOutcome
{
    Done,

    /// <summary>The hires have changed since the preview: nothing was written.</summary>
    Differs,

    /// <summary>Somebody else's list came between: nothing was written.</summary>
    Busy,

    /// <summary>What was filled in is not a hire, or fits nobody: see <see cref="HireAnswer.Fault"/>.</summary>
    Refused,

    /// <summary>The person may not tell of hires (any more).</summary>
    NotYours,
}

/// <param name="Added">How many are new.</param>
/// <param name="Changed">How many were there and differ now.</param>
public sealed record HireAnswer(HireOutcome Outcome, int Added = 0, int Changed = 0)
{
    public HireFault? Fault { get; init; }

    /// <summary>What the list would do now, where that is another thing than was shown.</summary>
    public HireListLines? Now { get; init; }
}

/// <summary>How the new hires that one person may see get on.</summary>
/// <param name="People">All of them.</param>
/// <param name="Complete">Those who have done all of their series.</param>
/// <param name="Late">The longest first.</param>
public sealed record HireProgressLines(int People, int Complete, IReadOnlyList<HireSeriesLine> Series, IReadOnlyList<LateHireLine> Late);

/// <param name="Steps">Title, empty for a sensitive course, how many have done it, how many are late with it.</param>
public sealed record HireSeriesLine(string Title, int People, IReadOnlyList<(string Title, int Done, int Late)> Steps);

/// <param name="Courses">Titles of what is overdue; empty for a sensitive course.</param>
/// <param name="Since">The earliest day that has passed.</param>
public sealed record LateHireLine(string Name, IReadOnlyList<string> Courses, DateOnly Since)
{
    public override string ToString() => "•••";
}

/// <summary>A file that somebody dropped into their chat, as far as the channel got with it.</summary>
/// <param name="Text">What stands in it; null where it was not taken.</param>
/// <param name="Fault">Why it was not taken.</param>
/// <param name="Word">What the fault is about; empty for nothing.</param>
public sealed record DroppedFile(string? Text, DroppedFileFault Fault = DroppedFileFault.None, string Word = "")
{
    public override string ToString() => Fault.ToString();
}

public enum DroppedFileFault
{
    None,

    /// <summary>By its ending it is no list.</summary>
    NoList,

    /// <summary>Not UTF-8, or no text at all.</summary>
    NoText,
    TooLarge,

    /// <summary>It lies where nothing is fetched from.</summary>
    Elsewhere,

    /// <summary>It could not be fetched, or not in time.</summary>
    NotFetched,
}
