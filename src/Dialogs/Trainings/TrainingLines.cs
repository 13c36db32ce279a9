namespace SupportBot.Dialogs;

/// <summary>A course, as it is shown to one person.</summary>
/// <param name="IsAsked">A rule of the district asks it of them, and it is still to be done.</param>
/// <param name="IsAlone">Done alone at any time: it has no dates.</param>
/// <param name="Dates">In order of their start.</param>
public sealed record CourseLine(string Id, string Title, string Summary, bool IsAsked, bool IsAlone, IReadOnlyList<DateLine> Dates);

public enum SignUpWindow
{
    NotYet,
    Open,
    Over,
}

/// <summary>One time and place of a course. Times are those on the wall there.</summary>
/// <param name="Place">As somebody typed it; empty where it is only online.</param>
/// <param name="Facilitators">Their names.</param>
public sealed record DateLine(Guid Id, string CourseId, string Title, DateTime Starts, DateTime Ends, string Place, bool IsOnline, IReadOnlyList<string> Facilitators)
{
    /// <summary>Seats that nobody holds.</summary>
    public int Free { get; init; }

    /// <summary>People on the waiting list.</summary>
    public int Waiting { get; init; }

    public SignUpWindow Window { get; init; }

    /// <summary>On the wall there.</summary>
    public DateTime OpensAt { get; init; }

    /// <summary>The console's page of it, where somebody with a seat says what they need to take part; null where no address is configured.</summary>
    public Uri? Page { get; init; }

    /// <summary>Sign-up is open, and a seat can be had at once.</summary>
    public bool HasSeat => Window == SignUpWindow.Open && Free > 0 && Waiting == 0;
}

public enum SeatKind
{
    Seat,

    /// <summary>A seat is held for them until they say yes.</summary>
    Offered,
    Waits,
}

/// <summary>Where somebody is with a date.</summary>
/// <param name="Place">In line, 1 for whoever is next; null for whoever does not wait.</param>
/// <param name="Until">How long the seat is held; null where none is.</param>
public sealed record MyLine(DateLine Date, SeatKind Kind, int? Place, DateTime? Until);

/// <param name="Dates">In order of their start.</param>
/// <param name="StillAsked">Titles of courses that are asked of them and not done.</param>
public sealed record MyLines(IReadOnlyList<MyLine> Dates, IReadOnlyList<string> StillAsked)
{
    /// <summary>Titles of courses that they need not do now.</summary>
    public IReadOnlyList<string> Waived { get; init; } = [];

    /// <summary>Titles of courses that count today because a list says that they completed them before. Where the list has it from is for a page, and for no chat.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];
}
