using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>Opens attendance cases for students over the line, as their protocol does, when a person wants them.</summary>
public sealed class AbsenceCases(IAbsenceBook absences, District district, ICaseCalendars calendars, TimeProvider clock, ILogger<AbsenceCases> log)
{
    /// <returns>The number of the case; null where the student has one meanwhile.</returns>
    public async Task<string?> OpenAsync(Person person, StudentOverLine student, AttendancePlan plan, CancellationToken cancel)
    {
        var step = Opening(person, student, plan);
        var pin = new ProtocolPin(plan.Protocol.Key.ToString(), plan.Protocol.Hash, plan.Protocol.CanonicalJson);
        var calendar = district.CalendarOf(student.SchoolId);
        var yearEnds = calendar.YearOf(student.AsOf)?.To ?? student.AsOf;
        if (!await absences.OpenCaseAsync(student, new CaseChange(step, 0, pin), yearEnds, cancel)) return null;
        Log.Worked(log, step.Case.Id, "open-for-absence", person.Id);
        return step.Case.Number;
    }

    private CaseStep Opening(Person person, StudentOverLine student, AttendancePlan plan)
    {
        var now = clock.GetUtcNow();
        var moment = new CaseMoment(Actor.Staff(person.Id), now, plan.Case, calendars.Of(student.SchoolId), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(16)))
        {
            RolesHere = district.RolesAt(person.Id, student.SchoolId),
        };
        var step = CaseEngine.Open(
            new CaseOpening(Guid.NewGuid(), CaseNumber.From(RandomNumberGenerator.GetBytes(6)), plan.Protocol.Key.ToString(), [plan.Alert.Id], plan.Alert.Severity, student.SchoolId,
                district.JurisdictionOf(student.SchoolId), Anonymous: false, plan.Protocol.Language, []), moment);
        step = step.Then(CaseEngine.Write(step.Case, WordsOf(step.Case, student, plan, moment)));
        return OpeningAlert.Raise(step, plan.Alert, district, moment);
    }

    // The answers that somebody would have given in the protocol's form.
    private List<Words> WordsOf(Case @case, StudentOverLine student, AttendancePlan plan, CaseMoment moment)
    {
        List<Words> words = [];
        foreach (var field in plan.Form.Fields)
        {
            var text = field switch
            {
                { Type: FieldType.School } => district.School(student.SchoolId)?.Name,
                { Name: AbsenceRule.StudentField } => $"Student number {student.Number.Reveal()}",
                { Name: AbsenceRule.RateField } => AbsenceWords.Sentence(student.Enrolled, student.Absent, student.AsOf, plan),
                _ => null,
            };
            if (text is not null) words.Add(new Words(Guid.NewGuid(), @case.Id, WordsKind.Report, field.Name, field.Label, moment.Actor, moment.Now, new PersonText(text)));
        }

        return words;
    }
}
