using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What people have done and need not do, to be read. Implemented by storage.</summary>
public interface ITranscriptBook
{
    Task<Transcript> OfAsync(string personId, CancellationToken cancel);

    /// <summary>Who has done these courses, revoked completions among them, in no order: one read by an index for each course.</summary>
    Task<IReadOnlyList<Completion>> DoneAsync(IReadOnlySet<string> courseIds, CancellationToken cancel);

    /// <summary>Of everybody, in two reads however many they are.</summary>
    /// <param name="courseIds">What counts of it; anything else is left out.</param>
    /// <returns>By the person's id, each in no order; whoever has done none of it is not there.</returns>
    Task<IReadOnlyDictionary<string, Transcript>> AllAsync(IReadOnlySet<string> courseIds, CancellationToken cancel);
}
