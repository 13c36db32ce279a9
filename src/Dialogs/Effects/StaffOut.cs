using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>Staff who must not learn of a case, as its reporter's answers have it.</summary>
/// <param name="Named">Ids of those who are named, in order.</param>
/// <param name="TitlesCount">True where it is, or may be, about somebody who works at the school: then titles counted as names.</param>
/// <param name="School">Ids of everybody at the school, where it is about one of them and nobody can tell whom; else empty.</param>
internal sealed record StaffOut(IReadOnlyList<string> Named, bool TitlesCount, IReadOnlyList<string> School)
{
    public static readonly StaffOut Nobody = new([], false, []);

    public IReadOnlyList<string> All => [.. Named.Union(School)];

    /// <summary>Keeps them out of a case.</summary>
    /// <param name="before">Whom the same words have kept out already.</param>
    public CaseStep Of(Case @case, IReadOnlyList<string> before, CaseMoment moment)
    {
        var step = TitlesCount && !@case.AboutStaff ? CaseEngine.CountTitles(@case) : new CaseStep(@case);
        if (Named.Except(before).ToList() is { Count: > 0 } more) step = step.Then(CaseEngine.KeepOut(step.Case, more, moment));
        return School.Count == 0 ? step : step.Then(CaseEngine.KeepSchoolOut(step.Case, School, moment));
    }

    /// <summary>True where <see cref="Of"/> would change the case.</summary>
    public bool Changes(Case @case, IReadOnlyList<string> before) =>
        Named.Except(before).Any() || TitlesCount && !@case.AboutStaff || School.Count > 0 && !@case.SchoolKeptOut;
}
