namespace SupportBot.Console;

/// <summary>How the source of people is. Asked by a page, so it answers from memory.</summary>
public interface IPeopleNews
{
    PeopleNews Now { get; }
}

/// <param name="Source">As it is named to an administrator.</param>
/// <param name="TakenAt">UTC of the last list that was taken; null where none was since the content file.</param>
/// <param name="FailingSince">UTC; null while the source is read well.</param>
/// <param name="Sentence">Why it fails and what to do; empty while it does not.</param>
/// <param name="Faults">Of the newest reading, refusals and notes.</param>
public sealed record PeopleNews(string Source, DateTimeOffset? TakenAt, DateTimeOffset? FailingSince, string Sentence, IReadOnlyList<PeopleNewsFault> Faults);

/// <summary>Something in the source that was refused, or that somebody should look at. Holds names and addresses of staff.</summary>
/// <param name="IsRefusal">False for a note: nothing was refused.</param>
public sealed record PeopleNewsFault(string Where, string What, string Cure, bool IsRefusal);
