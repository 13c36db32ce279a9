namespace SupportBot.Protocols;

/// <summary>
/// When a report is about somebody who works at the school: <c>about-staff</c> of the <c>case</c> section. Whoever did it may be one of those who would read
/// it, and a student may not dare to write the name.
/// </summary>
/// <param name="Certain">Holds where an adult of the school did it. Titles then count as names in every box ("my counselor"), and where nobody at the school can be made out, all of the school are kept out until somebody of the district lets them in.</param>
/// <param name="Possible">Holds where it may have been one; titles then count as names in every box. Null where nothing leaves that open.</param>
public sealed record StaffReport(Condition Certain, Condition? Possible)
{
    public IEnumerable<Condition> All => Possible is null ? [Certain] : [Certain, Possible];
}
