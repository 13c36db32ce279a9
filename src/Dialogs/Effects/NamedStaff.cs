using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Keeps staff who are named in what a reporter adds later away from the case, and from those that came of it: they must never learn of it, whenever they were named.</summary>
internal sealed class NamedStaff(DialogContent content, ITurnStore store, ICaseCalendars calendars)
{
    public async Task KeepOutAsync(PersonText text, Case @case, CaseMoment moment, TurnWork work, CancellationToken cancel)
    {
        if (!moment.Plan.HidesFromPeopleNamed) return;
        var named = @case.AboutStaff ? PeopleNamed.InWithTitles(text.Reveal(), content.District, @case.KnownSchool) : PeopleNamed.In(text.Reveal(), content.District);
        if (named.Count == 0) return;
        var (next, seen) = (new Queue<Case>([@case]), new HashSet<Guid>());
        while (next.TryDequeue(out var each))
        {
            if (!seen.Add(each.Id)) continue;
            foreach (var id in each.CameOfIt)
                if ((work.Changed(id) ?? await store.FindCaseAsync(id, cancel)) is { } other) next.Enqueue(other);
            var its = moment with { Plan = content.Protocols.PlanOf(each.Protocol), Calendar = calendars.Of(each.SchoolId) };
            if (named.Except(each.Excluded).ToList() is { Count: > 0 } more) work.Change(CaseEngine.KeepOut(work.Changed(each.Id) ?? each, more, its), each.Revision, key: null);
        }
    }
}
