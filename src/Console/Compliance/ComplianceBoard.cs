using System.Globalization;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Counts how staff stand with required trainings. Reads everything in a few queries, however many they are.</summary>
public sealed class ComplianceBoard(District district, StaffStandings standings, TrainingOffer offer)
{
    /// <summary>Months before this many are one line.</summary>
    public const int MonthsApart = 24;

    private const string NoMonth = "First day not told", Earlier = "Earlier";

    /// <summary>Required courses that can be looked at alone, by code. A sensitive one cannot: in a small group its title would tell of somebody.</summary>
    public IReadOnlyList<Course> Courses =>
        offer.Catalogue is not { } catalogue ? [] : [.. catalogue.Requirements.Select(r => catalogue.Course(r.CourseId)).OfType<Course>().Where(c => !c.Sensitive).DistinctBy(c => c.Id).OrderBy(c => c.Code, StringComparer.Ordinal)];

    /// <param name="courseId">Null for all together.</param>
    public async Task<Compliance> OfAsync(string? courseId, CancellationToken cancel) => Count(await StaffAsync(courseId, cancel));

    /// <summary>Everybody of whom something is asked, with only the duties that are looked at.</summary>
    public async Task<IReadOnlyList<StaffStanding>> StaffAsync(string? courseId, CancellationToken cancel)
    {
        var all = await standings.AllAsync(cancel);
        var looked = courseId is null ? all : all.Select(s => s with { Duties = [.. s.Duties.Where(d => d.Requirement.CourseId == courseId)] });
        return [.. looked.Where(s => s.Duties.Count > 0)];
    }

    public Compliance Count(IReadOnlyList<StaffStanding> staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var (everybody, sites, roles, months) = (new Tally(), new Dictionary<string, Tally>(), new Dictionary<string, Tally>(), new Dictionary<int, Tally>());
        var oldest = MonthOf(standings.Today) - MonthsApart;
        foreach (var person in staff)
        {
            var worst = person.Worst;
            everybody.Add(worst);
            if (person.Staffer.Schools.Count == 0) At(sites, "").Add(worst);
            foreach (var school in person.Staffer.Schools) At(sites, school).Add(worst);
            foreach (var role in person.Staffer.Roles) At(roles, role).Add(worst);
            At(months, person.Staffer.HiredOn is { } on ? Math.Max(MonthOf(on), oldest) : int.MinValue).Add(worst);
        }

        return new Compliance(
            everybody.Line("Everybody"),
            [.. district.Schools.Where(s => sites.ContainsKey(s.Id)).Select(s => sites[s.Id].Line(s.Name)), .. sites.TryGetValue("", out var office) ? [office.Line("Whole district")] : Array.Empty<ComplianceLine>()],
            [.. roles.Select(r => r.Value.Line(district.Role(r.Key)?.Title ?? r.Key)).OrderBy(l => l.Name, StringComparer.CurrentCulture)],
            [.. months.OrderByDescending(m => m.Key).Select(m => m.Value.Line(m.Key == int.MinValue ? NoMonth : m.Key == oldest ? Earlier : MonthName(m.Key)))]);
    }

    private static Tally At<T>(Dictionary<T, Tally> tallies, T key)
        where T : notnull => tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new Tally();

    private static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static string MonthName(int month) => new DateOnly(month / 12, (month % 12) + 1, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-US"));

    private sealed class Tally
    {
        private readonly int[] _counts = new int[Enum.GetValues<Standing>().Length];

        public void Add(Standing standing) => _counts[(int)standing]++;

        public ComplianceLine Line(string name) => new(name, _counts[(int)Standing.Met], _counts[(int)Standing.Open], _counts[(int)Standing.Overdue], _counts[(int)Standing.Paused]);
    }
}
