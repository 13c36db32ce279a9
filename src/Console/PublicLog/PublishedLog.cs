using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>One number of what is published.</summary>
/// <param name="Count">Null where it is not the number itself that may be shown.</param>
public sealed record PublishedLine(string Name, Shown Shown, long? Count);

/// <summary>All parts of one total.</summary>
/// <param name="By">What a line is: <c>School</c>.</param>
public sealed record PublishedTable(string By, IReadOnlyList<PublishedLine> Lines);

/// <summary>What anybody may read of one log in one school year: counts, none of which gives a person away.</summary>
/// <param name="Total">The number of rows; null where it is from 1 to 9, and then there is no table.</param>
public sealed record PublishedLog(string Title, long? Total, IReadOnlyList<PublishedTable> Tables);
