using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>One survey with what was counted this school year.</summary>
public sealed record SurveyView(Protocol Survey, IReadOnlyList<GroupResults> Groups);

/// <summary>A topic that people asked about in the chat, and how often.</summary>
public sealed record AskedTopic(string Title, long Times);

/// <summary>What surveys have counted, for whoever may see it; nothing of a group under ten.</summary>
public sealed class SurveysPage(District district, ProtocolShelf shelf, ITallyBook tallies, TimeProvider clock) : StaffPage(district)
{
    public IReadOnlyList<SurveyView> Surveys { get; private set; } = [];

    /// <summary>Topics that were asked about at least <see cref="SurveyResults.Fewest"/> times, the most asked first; for whoever sees the whole district.</summary>
    public IReadOnlyList<AskedTopic> Asked { get; private set; } = [];

    /// <summary>First month shown, <c>2026-08</c>: a school year begins in August.</summary>
    public string From { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!SurveySight.MaySee(Me)) return new UnseenResult();
        var today = District.CalendarOf(null).Today(clock.GetUtcNow());
        From = string.Create(CultureInfo.InvariantCulture, $"{LogRow.YearOf(today)}-08");
        var lastMonth = today.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var views = new List<SurveyView>();
        foreach (var survey in shelf.All.Where(p => p.IsSurvey))
        {
            // Months that are over only: whoever looked every day could tell what the last person answered.
            var counts = await tallies.ReadAsync(survey.Key.ToString(), From, lastMonth, cancel);
            views.Add(new SurveyView(survey, SurveyResults.Of(survey, counts, SurveySight.SchoolsOf(Me, District), SurveySight.SeesDistrict(Me))));
        }

        Surveys = views;
        if (SurveySight.SeesDistrict(Me)) Asked = Lookups(await tallies.ReadAsync(ITallyBook.Lookups, From, lastMonth, cancel));
        return Page();
    }

    private List<AskedTopic> Lookups(IReadOnlyList<SurveyCount> counts) =>
    [
        .. counts.GroupBy(c => c.Choice, (topic, each) => new AskedTopic(District.Resources.Topics.FirstOrDefault(t => t.Id == topic)?.Title.ToString() ?? topic, each.Sum(c => c.Times)))
            .Where(t => !SmallCounts.IsTooFew(t.Times)).OrderByDescending(t => t.Times).ThenBy(t => t.Title, StringComparer.CurrentCulture),
    ];

    public string NameOf(GroupResults group) => group.SchoolId is { } id ? District.School(id)?.Name ?? id : "All schools together";
}
