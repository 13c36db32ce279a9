using System.Text.Json.Serialization;
using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>Staff who must not learn of a case, as its reporter's answers have it.</summary>
/// <param name="Named">Ids of those who are named, in order.</param>
/// <param name="TitlesCount">True where it is, or may be, about somebody who works at the school: then titles counted as names.</param>
/// <param name="School">Ids of everybody at the school, where it is about one of them and nobody can tell whom; else empty.</param>
internal sealed record StaffOut(IReadOnlyList<string> Named, bool TitlesCount, IReadOnlyList<string> School)
{
    public static readonly StaffOut Nobody = new([], false, []);

    [JsonIgnore]
    public IReadOnlyList<string> All => [.. Named.Union(School)];

    /// <summary>True where there is more to keep out than <paramref name="before"/>.</summary>
    public bool IsMoreThan(StaffOut before) => Named.Except(before.Named).Any() || (TitlesCount && !before.TitlesCount) || (School.Count > 0 && before.School.Count == 0);

    /// <summary>Keeps them out of a case.</summary>
    /// <param name="before">What the same run has kept out already: whom the district lets in afterwards is not kept out again by the same words.</param>
    public CaseStep Of(Case @case, StaffOut before, CaseMoment moment)
    {
        var step = TitlesCount && !@case.AboutStaff ? CaseEngine.CountTitles(@case) : new CaseStep(@case);
        if (Named.Except(before.Named).ToList() is { Count: > 0 } more) step = step.Then(CaseEngine.KeepOut(step.Case, more, moment));
        return School.Count == 0 ? step : step.Then(CaseEngine.KeepSchoolOut(step.Case, School, moment));
    }
}
