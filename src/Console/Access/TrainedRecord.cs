using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Who is trained in what, at one moment: what the directory says and what was completed here.</summary>
public sealed class TrainedRecord
{
    private const int MostNamed = 6;
    private readonly District _district;
    private readonly Catalogue? _catalogue;
    private readonly ILookup<string, Completion> _done;
    private readonly DateTimeOffset _now;

    /// <param name="catalogue">Null where the district has no trainings: then the directory alone speaks.</param>
    /// <param name="done">Of whomever the record is of; revoked ones among them.</param>
    public TrainedRecord(District district, Catalogue? catalogue, IEnumerable<Completion> done, DateTimeOffset now) => (_district, _catalogue, _done, _now) = (district, catalogue, done.ToLookup(c => c.PersonId), now);

    public bool Has(Person person, string training, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(person);
        var granting = _catalogue?.Granting(training);
        return TrainingRight.IsHeldOn(
            day, [.. person.Trainings.Where(t => t.Training == training).Select(t => new ToldTraining(t.Since, t.Until))], [.. _done[person.Id].Where(c => granting?.Contains(c.CourseId) is true)]);
    }

    /// <summary>On the school's own day.</summary>
    public bool Has(Person person, string training, Case @case) => Has(person, training, Today(@case));

    /// <summary>Those trained who work at the case's school or for the whole district, the school's own first, without anybody kept out of the case.</summary>
    public IReadOnlyList<Person> At(Case @case, string training)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var today = Today(@case);
        return [.. _district.People
            .Where(p => p.Posts.Any(post => post.SchoolId is null || post.SchoolId == @case.SchoolId) && !@case.Excluded.Contains(p.Id) && Has(p, training, today))
            .OrderBy(p => p.Posts.All(post => post.SchoolId != @case.SchoolId)).ThenBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Whom to ask, as a sentence.</summary>
    public string WhomToAsk(Case @case, string training)
    {
        var trained = At(@case, training);
        if (trained.Count == 0) return "Nobody at this school has it on record. Please ask the district lead who does.";
        var more = trained.Count > MostNamed ? $" and {trained.Count - MostNamed} more" : "";
        return $"On record here: {string.Join(", ", trained.Take(MostNamed).Select(p => p.Name))}{more}. Please ask one of them.";
    }

    private DateOnly Today(Case @case) => _district.CalendarOf(@case.KnownSchool).Today(_now);
}
