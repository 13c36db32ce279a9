using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Where the people come from, when they were read, and what was refused, with the cure.</summary>
[Authorize(ConsolePolicies.People)]
public sealed class PeoplePage(District district, IEnumerable<IPeopleNews> news, SchoolTime time, TimeProvider clock) : StaffPage(district)
{
    /// <summary>Null where the people are those of the content file alone.</summary>
    public PeopleNews? News { get; private set; }

    public SchoolTime Time => time;

    public void OnGet() => News = news.FirstOrDefault()?.Now;

    public string Since(DateTimeOffset at) => time.SinceWhen(at, clock.GetUtcNow());
}
