using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// What is overdue for whoever looks: their own trainings, and those of people whom the rules tell them of. Others' sensitive courses have no title here.
/// </summary>
public sealed class DuesPage(District district, DuesBoard board, TrainingOffer offer) : StaffPage(district)
{
    public const string Address = "/console/training/overdue";

    /// <summary>More of a group are counted and not listed.</summary>
    public const int MostListed = 200;

    public IReadOnlyList<(string Title, IReadOnlyList<DuesItem> Items)> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (offer.Catalogue is null) return new UnseenResult();
        var told = await board.OfAsync(Me);
        var person = told.Where(t => t.As.Role.Length == 0).SelectMany(t => t.Items).ToList();
        (string, IReadOnlyList<DuesItem>)[] groups =
        [
            ("Yours", [.. person.Where(IsMine)]),
            ("Of people whom you supervise", [.. person.Where(i => !IsMine(i))]),
            .. told.Where(t => t.As.Role.Length > 0).Select(t => (District.School(t.As.Subject) is { } school ? $"At {school.Name}" : "In the district", t.Items)),
        ];
        Groups = [.. groups.Where(g => g.Item2.Count > 0).Select(g => (g.Item1, (IReadOnlyList<DuesItem>)[.. g.Item2.DistinctBy(i => (i.Who.Staffer.PersonId, i.Duty.Requirement.Id)).OrderBy(i => i.Duty.Due)]))];
        return Page();
    }

    public string CourseOf(DuesItem item) => IsMine(item) ? CourseNames.ForThePerson(offer.Catalogue!, item.Duty.Requirement.CourseId) : CourseNames.ForOthers(offer.Catalogue!, item.Duty.Requirement.CourseId);

    public static string NameOf(DuesItem item) => item.Who.Person?.Name ?? (item.Who.Hire is { } hire ? HiresPage.NameOf(hire) : "");

    private bool IsMine(DuesItem item) => item.Who.Person?.Id == Me.Id;
}
