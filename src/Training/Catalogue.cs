using System.Collections.Frozen;

namespace SupportBot.Training;

/// <summary>Everything that content says of training. Immutable.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Course> _courses;

    /// <exception cref="ArgumentException">Two courses have one id.</exception>
    public Catalogue(IReadOnlyList<Course> courses, IReadOnlyList<Requirement> requirements, IReadOnlyList<Series> series, IReadOnlyList<LearningDay> learningDays, TrainingRules rules)
    {
        (Courses, Requirements, Series, LearningDays, Rules) = (courses, requirements, series, learningDays, rules);
        _courses = courses.ToFrozenDictionary(c => c.Id);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Course> Courses { get; }

    public IReadOnlyList<Requirement> Requirements { get; }

    public IReadOnlyList<Series> Series { get; }

    public IReadOnlyList<LearningDay> LearningDays { get; }

    /// <summary>The Professional Learning Day that a day is; null where it is none.</summary>
    public LearningDay? LearningDayOn(DateOnly day) => LearningDays.FirstOrDefault(l => l.Dates.Contains(day));

    public TrainingRules Rules { get; }

    /// <summary>What people are asked before and after; empty where the district asks nothing.</summary>
    public IReadOnlyList<FeedbackItem> Feedback { get; init; } = [];

    public Course? Course(string id) => _courses.GetValueOrDefault(id);

    /// <summary>Courses that give a training which other rooms ask for.</summary>
    /// <param name="training">such as <c>level-1-screening</c></param>
    public IReadOnlySet<string> Granting(string training) => Courses.Where(c => c.Grants == training).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Requirements that ask a course of this person.</summary>
    public IEnumerable<Requirement> Asks(Staffer staffer, DateOnly today) => Requirements.Where(r => r.Audience.Takes(staffer, today, Rules.NewHireDays));

    /// <summary>True where a requirement asks this course of the person: they go first on a waiting list.</summary>
    public bool IsRequired(string courseId, Staffer staffer, DateOnly today) => Asks(staffer, today).Any(r => r.CourseId == courseId);
}
