using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// The one place that answers "is this person trained for it today?": by the directory, and by what was completed and taken back here (<see cref="TrainingRight"/>, decision 0036). Asked anew each
/// time and never remembered, so that a certificate which is taken back shuts the step for every process at once.
/// </summary>
public sealed class TrainedPeople(District district, ITranscriptBook transcripts, TrainingOffer offer, TimeProvider clock)
{
    public string TitleOf(string training) => district.Trainings.FirstOrDefault(t => t.Id == training)?.Title ?? training;

    /// <summary>Those of the trainings that the plan's tasks ask for which the person has today. Reads nothing where the plan asks for none.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(Person person, Case @case, CasePlan plan, CancellationToken cancel)
    {
        var asked = AskedBy(plan);
        if (asked.Count == 0) return asked;
        var record = await OfAsync(person, cancel);
        return asked.Where(t => record.Has(person, t, @case)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The record of one person: two small reads.</summary>
    public async Task<TrainedRecord> OfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (offer.Catalogue is null) return RecordOf([]);
        return RecordOf((await transcripts.OfAsync(person.Id, cancel)).Completions);
    }

    /// <summary>The record of everybody, of the trainings that the plan's tasks ask for: one small read for each course that gives one, none where the plan asks for none.</summary>
    public Task<TrainedRecord> ByAsync(CasePlan plan, CancellationToken cancel) => ByAsync(AskedBy(plan), cancel);

    /// <summary>The same for trainings that these protocols ask for.</summary>
    public Task<TrainedRecord> ByAsync(IEnumerable<Protocol> protocols, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(protocols);
        return ByAsync(protocols.SelectMany(p => p.Case is { } plan ? AskedBy(plan) : []), cancel);
    }

    private async Task<TrainedRecord> ByAsync(IEnumerable<string> trainings, CancellationToken cancel)
    {
        var courses = trainings.Distinct().SelectMany(t => offer.Catalogue?.Granting(t) ?? Enumerable.Empty<string>()).ToHashSet(StringComparer.Ordinal);
        return RecordOf(courses.Count == 0 ? [] : await transcripts.DoneAsync(courses, cancel));
    }

    private TrainedRecord RecordOf(IEnumerable<Completion> done) => new(district, offer.Catalogue, done, clock.GetUtcNow());

    private static HashSet<string> AskedBy(CasePlan plan) => plan.Tasks.Select(t => t.TrainedIn).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
