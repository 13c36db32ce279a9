using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>Transcripts, one or all.</summary>
public sealed class TranscriptBook(Store store) : ITranscriptBook
{
    public Task<Transcript> OfAsync(string personId, CancellationToken cancel) => store.Open.Database.ReadAsync(link => Task.FromResult(TranscriptRows.Of(link, personId)));

    public Task<IReadOnlyList<Completion>> DoneAsync(IReadOnlySet<string> courseIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(courseIds);
        return store.Open.Database.ReadAsync(link => Task.FromResult<IReadOnlyList<Completion>>([.. courseIds.SelectMany(course => TranscriptRows.DoneBy(link, course))]));
    }

    public Task<IReadOnlyDictionary<string, Transcript>> AllAsync(IReadOnlySet<string> courseIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(courseIds);
        return store.Open.Database.ReadAsync(link => Task.FromResult<IReadOnlyDictionary<string, Transcript>>(TranscriptRows.All(link, courseIds)));
    }
}
