using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Who may finish a task that asks for a training, by the district's own record and the school's day.</summary>
public sealed class TrainedPeople(District district, TimeProvider clock)
{
    private const int MostNamed = 6;

    public string TitleOf(string training) => district.Trainings.FirstOrDefault(t => t.Id == training)?.Title ?? training;

    public bool Has(Person person, string training, Case @case) => person.TrainedOn(Today(@case)).Contains(training);

    /// <summary>Those trained who work at the case's school or for the whole district, the school's own first, without anybody kept out of the case.</summary>
    public IReadOnlyList<Person> At(Case @case, string training)
    {
        var today = Today(@case);
        return [.. district.People
            .Where(p => p.Posts.Any(post => post.SchoolId is null || post.SchoolId == @case.SchoolId) && p.TrainedOn(today).Contains(training) && !@case.Excluded.Contains(p.Id))
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

    private DateOnly Today(Case @case) => district.CalendarOf(@case.KnownSchool).Today(clock.GetUtcNow());
}
