namespace SupportBot.Directory;

/// <summary>What came of a reading.</summary>
/// <param name="Book">The new people; the old ones where the whole source was refused.</param>
/// <param name="Refused">Why nothing of the source was taken, in a sentence or two; null where it was taken.</param>
/// <param name="Faults">Rows and posts that were refused, and notes.</param>
/// <param name="Came">Ids that were not in force before.</param>
/// <param name="Left">Ids that are not in force any more.</param>
public sealed record PeopleMerged(PeopleBook Book, string? Refused, IReadOnlyList<PeopleFault> Faults, IReadOnlyList<string> Came, IReadOnlyList<string> Left);
