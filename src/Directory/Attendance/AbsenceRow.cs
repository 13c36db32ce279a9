namespace SupportBot.Directory;

/// <summary>How much of the school year one student has missed by a day.</summary>
/// <param name="Line">In the sheet.</param>
/// <param name="Year">Of the school's calendar; it speaks for <paramref name="AsOf"/>.</param>
/// <param name="Enrolled">Days, 0 or more; halves are possible.</param>
/// <param name="Absent">Days, 0 or more, at most <paramref name="Enrolled"/>.</param>
public sealed record AbsenceRow(long Line, StudentNumber Student, School School, SchoolYear Year, decimal Enrolled, decimal Absent, DateOnly AsOf);

/// <summary>A line that is not taken, with the cure. May quote what stands there, but never a student's number.</summary>
public sealed record AbsenceFault(long Line, string What, string Cure);
