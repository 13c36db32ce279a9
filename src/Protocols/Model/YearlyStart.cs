using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>Something that the school's year begins: on a day of each year a role is told at each school concerned, although nobody has typed anything.</summary>
/// <param name="Id">Unique in its protocol.</param>
/// <param name="On">Where it is no day of <paramref name="Days"/> at a school, the next one is meant.</param>
/// <param name="Due">Day by which it is to be done; the coming one after <paramref name="On"/>. Whoever was not told by then, because the program did not run, is not told any more.</param>
/// <param name="Tells">Role at the school.</param>
/// <param name="Levels">Schools of these levels; empty for all.</param>
/// <param name="Days"><see cref="WorkCalendar.SchoolDays"/>, or <see cref="WorkCalendar.WorkingDays"/> for what begins in the summer.</param>
/// <param name="Starts">True where it is begun by starting this protocol: then people are told how.</param>
/// <param name="Text">What begins, in sentences for staff. Names no student and no number of them.</param>
public sealed record YearlyStart(string Id, YearDay On, YearDay Due, string Tells, IReadOnlyList<string> Levels, WorkCalendar Days, bool Starts, string Text, RuleSource Source)
{
    /// <summary>The day by which what began on <paramref name="on"/> is to be done.</summary>
    public DateOnly DueAfter(DateOnly on) => Due.ComingAfter(on) ?? on;

    /// <summary>True where it is for a school of these levels.</summary>
    public bool Concerns(IReadOnlyList<string> levels) => Levels.Count == 0 || levels.Any(Levels.Contains);
}
