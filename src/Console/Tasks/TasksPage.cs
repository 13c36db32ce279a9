using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What is to be done on cases: by whoever looks, or all that they may see. Filters and the place of a page stand in the address: ids and a time.</summary>
public sealed class TasksPage(District district, TaskList list, TrainedPeople trained, SchoolTime time, RefusalWords names, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/tasks";

    public const int PerPage = 50;

    [FromQuery(Name = "school")]
    public string? School { get; set; }

    /// <summary><c>all</c> for every task that the person may see, anything else for their own.</summary>
    [FromQuery(Name = "whose")]
    public string? Whose { get; set; }

    /// <summary>Where the page begins; see <see cref="Next"/>.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<ListedTask> Tasks { get; private set; } = [];

    /// <summary>Address of the first page with the same filters.</summary>
    public string First => $"{Address}?school={Uri.EscapeDataString(School ?? "")}&whose={(IsAll ? "all" : "")}";

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public bool IsAll => Whose == "all";

    public bool IsFirst => Read(After) is null;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public SchoolTime Time => time;

    public RefusalWords Names => names;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var school = School == "unknown" ? "" : string.IsNullOrEmpty(School) ? null : School;
        var part = await list.OfAsync(Me, IsAll, school, Read(After), PerPage, cancel);
        Tasks = part.Tasks;
        Next = part.Next is { } next ? $"{First}&after={Uri.EscapeDataString(Written(next))}" : null;
    }

    public string SchoolName(ListedTask task) => District.School(task.Seen.Case.SchoolId)?.Name ?? "School not known yet";

    /// <summary>Who it is for: the person it was handed to, or the role.</summary>
    public string Who(ListedTask task) => task.Task.Owner is { } owner ? names.NameOf(owner) : string.Join(" or ", task.Task.Roles.Select(r => District.Role(r)?.Title ?? r));

    public string TitleOf(ListedTask task) => TaskWords.Title(task.Task, task.Plan, names.English);

    public static string AddressOf(ListedTask task) => $"/console/cases/{task.Seen.Case.Number}#do-{task.Task.Id}";

    /// <summary>What a reader should notice, in words.</summary>
    public IEnumerable<(string Words, string Tone)> MarksOf(ListedTask task)
    {
        if (task.Task.IsOverdue(Now)) yield return ("Overdue", "bad");
        if (task.Task.WaitsForSecond) yield return ("Second person must agree", "info");
        if (TaskWords.Lacking(task.Task, task.Plan, task.Seen.Case, task.Seen.Plan, names.English).Count > 0) yield return ("Filled in, not finished", "warn");
        if (task.LacksTraining is { } training) yield return ($"Asks for \u201C{trained.TitleOf(training)}\u201D, which you have not on record", "warn");
    }

    private static string Written(TaskMark mark) => string.Create(CultureInfo.InvariantCulture, $"{mark.Due}~{mark.Number}~{mark.TaskId}");

    private static TaskMark? Read(string? after) =>
        after?.Split('~') is [var due, var number, var task] && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && number.Length <= 12 && task.Length <= 80 ? new TaskMark(ticks, number, task) : null;
}
