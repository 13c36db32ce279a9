namespace SupportBot.Directory;

/// <summary>A training that some tasks ask for, such as <c>level-1-screening</c>.</summary>
/// <param name="Source">Where the demand comes from, and whether somebody may rely on it.</param>
public sealed record TrainingAsked(string Id, string Title, string Source);

/// <summary>What a person is trained in.</summary>
/// <param name="Until">Last day on which it counts.</param>
public sealed record TrainingOnRecord(string Training, DateOnly Until);
