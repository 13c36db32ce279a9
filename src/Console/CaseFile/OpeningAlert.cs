using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>The alert of a case that a person, or the plan of another case, opens without its protocol's steps.</summary>
internal static class OpeningAlert
{
    /// <summary>
    /// The step with the alert's ladder begun. Whoever opens it and would be called first knows of it: that is a person's acknowledgement, the case is
    /// theirs, and all others are told.
    /// </summary>
    public static CaseStep Raise(CaseStep opening, AlertStep alert, District district, CaseMoment moment)
    {
        var raised = opening.Then(CaseEngine.Raise(opening.Case, alert.Severity, AlertLadder.Of(alert), moment.Now, moment));
        return moment.Actor.PersonId is { } person && district.Roster.MayBeCalled(person, alert.Role, raised.Case.SchoolId)
            && CaseEngine.Acknowledge(raised.Case, raised.Case.Alerts[^1].Id, moment).Step is { } taken ? raised.Then(taken) : raised;
    }
}
