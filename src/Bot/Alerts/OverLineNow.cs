using System.Globalization;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>
/// How many students of a school are over the attendance line without a case, for those on duty for it. It alerts to nothing: the students stand on a list, and each
/// case has a ladder of its own once it is open.
/// </summary>
public sealed class OverLineNow(IAbsenceBook absences, District district) : INewsSource
{
    public NoticeKind Kind => NoticeKind.StudentsOverLine;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now) => district.Roster.HoldersOf(notice.Role, notice.Subject, now);

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        if (district.School(notice.Subject) is not { } school || !(await absences.CountAsync([school.Id], cancel)).TryGetValue(school.Id, out var count)) return null;
        return new NewsLine(
            words => words.Say(count == 1 ? "news.over-line-one" : "news.over-line", ("school", school.Name), ("count", count.ToString(CultureInfo.InvariantCulture))),
            AttendancePage.Address, "news.attendance");
    }
}
