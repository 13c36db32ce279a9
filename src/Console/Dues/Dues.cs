using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Who is told of something overdue: one person, or whoever holds a role at a school or in the district.</summary>
/// <param name="Subject">Id of a person where <paramref name="Role"/> is empty, else of a school; empty for the whole district.</param>
public sealed record DuesAddressee(string Subject, string Role)
{
    public static DuesAddressee OfPerson(string personId) => new(personId, "");

    public static DuesAddressee PrincipalOf(string schoolId) => new(schoolId, "principal");

    /// <summary>The supervisor whom HR named; null where there is none here. Nobody hears of themselves in another's place.</summary>
    public static DuesAddressee? SupervisorOf(Hire? hire, string? personId, HireMatches matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return hire?.Details.SupervisorMail is { } mail && matches.Of(mail.Reveal()) is { } supervisor && supervisor.Id != personId ? OfPerson(supervisor.Id) : null;
    }

    public static DuesAddressee HumanResources { get; } = new("", HireSight.Role);
}

/// <summary>A training of one person that is overdue for so long that a step of the rules has come.</summary>
/// <param name="Nth">Which of the steps to the same addressee it is, from 0.</param>
public sealed record DuesItem(StaffStanding Who, Duty Duty, OverdueTo To, int Nth)
{
    /// <summary>Said once to that addressee: employee, requirement, due day and step, ids only. Whoever works at two schools has two principals, and each is told.</summary>
    public string KeyFor(DuesAddressee to)
    {
        ArgumentNullException.ThrowIfNull(to);
        // HR's own id is theirs before the directory knows them, and after.
        var employee = Who.Hire?.EmployeeId ?? Who.Staffer.PersonId;
        var step = FormattableString.Invariant($"{To.ToString().ToLowerInvariant()}{(Nth == 0 ? "" : $".{Nth}")}{(To == OverdueTo.Principal ? $"@{to.Subject}" : "")}");
        return FormattableString.Invariant($"{DuesBoard.Said}{employee}:{Duty.Requirement.Id}:{Duty.Due:yyyyMMdd}:{step}");
    }
}
