using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Bot;

/// <summary>The moment in which the program itself acts on a case, under the plan that the case is worked by.</summary>
public sealed class ProgramMoments(CasePlans plans, ICaseCalendars calendars, TimeProvider time)
{
    /// <summary>Null where that plan is on no shelf: nobody can say then what is due.</summary>
    public CaseMoment? Of(Case @case) => plans.Of(@case) is { } plan
        ? new CaseMoment(Actor.Program, time.GetUtcNow(), plan, calendars.Of(@case.SchoolId), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(8)))
        : null;
}
