namespace SupportBot.Cases;

/// <summary>
/// What a district's public log keeps of one case: choices, days and a school. No name, no word, no number of the case. It is not the case: it stays
/// when the case is shredded, without its tie and its day then (<see cref="LogChange.Untie"/>).
/// </summary>
/// <param name="Protocol">Protocol and version whose choices these are, <c>bullying-report@2</c>.</param>
/// <param name="SchoolId">Directory id; empty where the school was not known.</param>
/// <param name="SchoolYear">The year it began in: 2026 for 2026–27. Of the day of the report.</param>
/// <param name="Reported">Day of the report; null once the case is shredded.</param>
/// <param name="Days">Calendar days from the report to when the case came to its written answer.</param>
/// <param name="Held">True where a person saw that somebody could be recognized from it: counted, never with its school.</param>
public sealed record LogRow(string Protocol, string SchoolId, string Jurisdiction, int SchoolYear, DateOnly? Reported, string Kind, string Grades, string Basis, string Outcome, string Action, int Days, bool Held)
{
    /// <summary>First month of a school year.</summary>
    public const int FirstMonth = 8;

    /// <summary>The school year of a day, as in <see cref="SchoolYear"/>.</summary>
    public static int YearOf(DateOnly day) => day.Month >= FirstMonth ? day.Year : day.Year - 1;
}
