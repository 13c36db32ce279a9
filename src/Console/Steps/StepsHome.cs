namespace SupportBot.Console;

/// <param name="Here">Runs that are open in the console.</param>
/// <param name="InTeams">The run that is open in the person's own Teams chat; null for none.</param>
/// <param name="MayBegin">By title.</param>
/// <param name="FreePlace">A place for one more; 0 where all are taken.</param>
public sealed record StepsHome(IReadOnlyList<OpenSteps> Here, OpenSteps? InTeams, IReadOnlyList<StepsOffer> MayBegin, int FreePlace);

/// <summary>A run that somebody is in the middle of.</summary>
/// <param name="Place">0 where it is not open here.</param>
/// <param name="Title">Of its protocol.</param>
/// <param name="Language">Of the title.</param>
/// <param name="CaseNumber">Null before it has opened a case.</param>
/// <param name="Due">UTC until when the open step is to be done; null where no time is set.</param>
/// <param name="MayMove">True where it can be brought here.</param>
public sealed record OpenSteps(int Place, string Title, string Language, string? CaseNumber, string SchoolId, DateTimeOffset? Due, bool MayMove)
{
    /// <summary>False where the case is not this person's to open, although they are led through its steps.</summary>
    public bool MaySeeCase { get; init; }
}

/// <summary>A protocol that the person may begin.</summary>
public sealed record StepsOffer(string ProtocolId, string Title, string Language);
