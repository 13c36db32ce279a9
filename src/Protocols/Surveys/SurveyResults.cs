using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>One choice in the results.</summary>
/// <param name="Share">Percent of those who answered, to the nearest five; of several choices each has its own.</param>
public sealed record ChoiceShare(string Id, string Label, int Share);

/// <summary>One question in the results of one group.</summary>
/// <param name="Shares">Null where fewer than <see cref="SurveyResults.Fewest"/> answers stand behind it: nothing of it is shown.</param>
public sealed record QuestionShares(string Name, string Label, IReadOnlyList<ChoiceShare>? Shares);

/// <summary>The results of one group.</summary>
/// <param name="SchoolId">Null for all schools together.</param>
public sealed record GroupResults(string? SchoolId, IReadOnlyList<QuestionShares> Questions);

/// <summary>
/// Turns counts into what may be shown: nothing of a group under ten, no count, and no sum from which a hidden group could be worked out.
/// Source: wellbeing and law fact sheets (small groups), district default ten.
/// </summary>
public static class SurveyResults
{
    /// <summary>Answers that must stand behind whatever is shown.</summary>
    public const int Fewest = SmallCounts.Fewest;

    /// <param name="counts">All schools' counts, whoever looks: what is hidden depends on the others.</param>
    /// <param name="schools">Whose results are wanted.</param>
    /// <param name="withDistrict">True where all schools together are wanted too.</param>
    public static IReadOnlyList<GroupResults> Of(Protocol survey, IReadOnlyList<SurveyCount> counts, IReadOnlyList<string> schools, bool withDistrict)
    {
        var fields = survey.Steps.OfType<QuestionStep>().SelectMany(s => s.Fields).Where(f => f.IsChoice).ToList();
        List<GroupResults> groups = [];
        if (withDistrict) groups.Add(new GroupResults(null, [.. fields.Select(f => District(f, counts))]));
        groups.AddRange(schools.Select(school => new GroupResults(school, [.. fields.Select(f => Shares(f, counts.Where(c => c.SchoolId == school && c.Question == f.Name)))])));
        return groups;
    }

    // If the schools that stay hidden were fewer than ten answers together, the sum less the schools shown would show them.
    private static QuestionShares District(Field field, IReadOnlyList<SurveyCount> counts)
    {
        var bySchool = counts.Where(c => c.Question == field.Name).GroupBy(c => c.SchoolId).ToList();
        long AnswersOf(IGrouping<string, SurveyCount> school) => Answers(school.Select(c => c.Times), field.Type == FieldType.Choices);
        var hidden = bySchool.Where(g => SmallCounts.IsTooFew(AnswersOf(g))).ToList();
        var shown = SmallCounts.IsTooFew(hidden.Sum(AnswersOf)) ? bySchool.Except(hidden) : bySchool;
        return Shares(field, shown.SelectMany(g => g));
    }

    private static QuestionShares Shares(Field field, IEnumerable<SurveyCount> counts)
    {
        var times = counts.GroupBy(c => c.Choice).ToDictionary(g => g.Key, g => g.Sum(c => c.Times));
        var answers = Answers(times.Values, several: field.Type == FieldType.Choices);
        if (SmallCounts.IsTooFew(answers)) return new QuestionShares(field.Name, field.Label, null);
        return new QuestionShares(
            field.Name, field.Label,
            [.. field.Choices.Select(c => new ChoiceShare(c.Id, c.Label, (int)Math.Round(100.0 * times.GetValueOrDefault(c.Id) / answers / 5, MidpointRounding.AwayFromZero) * 5))]);
    }

    // Where several may be picked, at least as many people answered as chose the most chosen.
    private static long Answers(IEnumerable<long> times, bool several) => several ? times.DefaultIfEmpty().Max() : times.Sum();
}
