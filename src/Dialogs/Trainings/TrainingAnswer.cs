namespace SupportBot.Dialogs;

/// <summary>What came of a wish.</summary>
public enum TrainingOutcome
{
    Seat,
    Waits,
    Left,

    /// <summary>Left so shortly before that it is noted.</summary>
    LeftLate,
    Swapped,
    Declined,

    AlreadySeat,
    AlreadyWaits,
    AlreadyOffered,
    NotForYou,
    NotOpenYet,
    SignUpOver,
    CalledOff,

    /// <summary>It has begun, or is over.</summary>
    Begun,

    /// <summary>At that time they are somewhere else.</summary>
    Elsewhere,

    /// <summary>Another course comes first.</summary>
    Missing,
    Full,
    NotOn,
    NoOffer,

    /// <summary>There is no such date.</summary>
    Gone,

    /// <summary>Checked in, now or before.</summary>
    CheckedIn,

    /// <summary>The code of no session in which they have a seat, or one that has changed.</summary>
    WrongCode,
    TooManyTries,

    /// <summary>No seat in a session of today.</summary>
    NoneToday,

    /// <summary>Check-in is not open yet.</summary>
    TooEarly,

    /// <summary>Check-in is over.</summary>
    TooLate,
}

/// <param name="Date">What the wish was about; null for <see cref="TrainingOutcome.Gone"/>, and where a code led to no session.</param>
public sealed record TrainingAnswer(TrainingOutcome Outcome, DateLine? Date)
{
    /// <summary>In line; for whoever waits.</summary>
    public int? Place { get; init; }

    /// <summary>On the wall there: when sign-up or check-in opens, when check-in ended, or how long a seat is held.</summary>
    public DateTime? When { get; init; }

    /// <summary>Where they are at that time.</summary>
    public DateLine? Other { get; init; }

    /// <summary>Titles of courses of which one would do, for each that comes first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> FirstOneOf { get; init; } = [];
}
