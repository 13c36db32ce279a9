namespace SupportBot.Directory;

/// <summary>
/// Which support is suggested from which share of missed days on: <c>directory/attendance.yaml</c>. The limits stand there and nowhere else; everything
/// named here but them is of the protocol. A number only suggests, a person confirms.
/// </summary>
/// <param name="Protocol">Id of the protocol whose cases such figures lead to.</param>
/// <param name="Task">Its task in which a person confirms the tier, with the choices <see cref="BandField"/> and <see cref="TierField"/>.</param>
/// <param name="Form">Its step with the questions <see cref="StudentField"/> and <see cref="RateField"/>, which the figures answer.</param>
/// <param name="Alert">Its alert by which a case begins.</param>
/// <param name="EnrolledAtLeast">Days; fewer say too little.</param>
/// <param name="Bands">Lowest first; the first begins at 0.</param>
/// <param name="Line">The band from which on a case is offered.</param>
public sealed record AbsenceRule(string Protocol, string Task, string Form, string Alert, int EnrolledAtLeast, IReadOnlyList<AbsenceBand> Bands, string Line)
{
    public const string BandField = "band";
    public const string TierField = "tier";
    public const string StudentField = "student";
    public const string RateField = "rate";

    /// <summary>Null where the student was enrolled for too few days to say.</summary>
    public AbsenceBand? BandOf(decimal enrolled, decimal absent) =>
        enrolled < EnrolledAtLeast || enrolled <= 0 ? null : Bands.Last(b => absent * 100 >= b.From * enrolled);

    /// <summary>True where such figures lead to a case.</summary>
    public bool IsOver(decimal enrolled, decimal absent) => BandOf(enrolled, absent) is { } band && band.From >= Bands.First(b => b.Id == Line).From;

    /// <summary>Percent with one decimal, never rounded up over a limit: 9.96 is shown as 9.9.</summary>
    /// <param name="enrolled">More than 0.</param>
    public static decimal Percent(decimal enrolled, decimal absent) => Math.Floor(absent * 1000 / enrolled) / 10;
}

/// <param name="Id">A choice of the task's field <see cref="AbsenceRule.BandField"/>.</param>
/// <param name="From">Percent of enrolled days missed, included.</param>
/// <param name="Tier">A choice of the task's field <see cref="AbsenceRule.TierField"/>.</param>
public sealed record AbsenceBand(string Id, decimal From, string Tier);
