namespace SupportBot.Directory;

/// <summary>A training that some tasks ask for, such as <c>level-1-screening</c>.</summary>
/// <param name="Source">Where the demand comes from, and whether somebody may rely on it.</param>
public sealed record TrainingAsked(string Id, string Title, string Source);

/// <summary>What a person is trained in, as the directory has it. Whether it counts, the directory alone cannot say: a certificate may have been taken back meanwhile.</summary>
/// <param name="Until">Last day on which it counts.</param>
public sealed record TrainingOnRecord(string Training, DateOnly Until)
{
    /// <summary>Day on which it was done; null where the directory does not tell.</summary>
    public DateOnly? Since { get; init; }
}
