namespace SupportBot.Dialogs;

/// <summary>Where somebody is with the check-in of a session.</summary>
public enum CheckInState
{
    NotYet,
    Open,

    /// <summary>It ended without them: only whoever leads the session can let them in.</summary>
    Over,

    /// <summary>They are checked in.</summary>
    In,
}

/// <summary>A session of today in which somebody has a seat.</summary>
/// <param name="Opens">When check-in opens, on the wall there.</param>
/// <param name="Closes">When it ends.</param>
public sealed record CheckInLine(DateLine Date, CheckInState State, DateTime Opens, DateTime Closes);

/// <summary>A session in the list of those whose roster somebody may see.</summary>
/// <param name="Taken">Seats that somebody holds.</param>
public sealed record RosterLine(DateLine Date, int Seats, int Taken, int Waiting);

/// <param name="Id">Directory id.</param>
/// <param name="Name">Empty for somebody who has left the directory.</param>
public sealed record RosterPerson(string Id, string Name);

/// <summary>Who comes to a session, and who is there.</summary>
/// <param name="Here">Checked in, by name.</param>
/// <param name="NotHere">Has a seat and is not checked in, by name.</param>
/// <param name="MayLetIn">The person may let people in by hand, today.</param>
/// <param name="IsClosed">The roll is closed: nobody is let in any more.</param>
/// <param name="Page">The console's page of it; null where no address is configured.</param>
public sealed record RosterSheet(RosterLine Line, IReadOnlyList<RosterPerson> Here, IReadOnlyList<RosterPerson> NotHere, bool MayLetIn, bool IsClosed, Uri? Page);

/// <param name="Name">Of whoever was to be let in; empty for somebody who is not on the roll.</param>
/// <param name="Answer"><see cref="TrainingOutcome.CheckedIn"/>, or why not.</param>
/// <param name="Roster">As it is now.</param>
public sealed record LetInAnswer(string Name, TrainingAnswer Answer, RosterSheet Roster);

/// <summary>When somebody is asked about a session.</summary>
public enum FeedbackPart
{
    Before,
    After,

    /// <summary>Some weeks after it.</summary>
    Later,
}

/// <summary>A session on which somebody is asked now.</summary>
public sealed record FeedbackLine(DateLine Date, FeedbackPart Moment);

/// <param name="Items">Sentences that people agree with from 1 to 5, each with its id.</param>
/// <param name="Page">The console's page that asks the same; null where no address is configured.</param>
public sealed record FeedbackForm(FeedbackLine Line, IReadOnlyList<FeedbackSentence> Items, Uri? Page);

public sealed record FeedbackSentence(string Id, string Text);

/// <summary>What came of feedback that was sent.</summary>
public enum FeedbackSent
{
    Kept,
    WordNeeded,
    NothingPicked,

    /// <summary>Nothing is asked of the person about that session any more, or not this.</summary>
    NotOpen,
}
