using System.Globalization;
using SupportBot.Cards;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Doubts about a session in a sentence, in the language of whoever reads it.</summary>
public sealed class DoubtWords(District district, TrainingOffer offer)
{
    public string Of(SessionDoubt doubt, ICardWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return doubt switch
        {
            SessionDoubt.NoSchool no => words.Say("schedule.doubt-school", ("day", no.Day.ToString("D", words.Culture))),
            SessionDoubt.OtherLength other => words.Say("schedule.doubt-length", ("code", CodeOf(other.CourseId)), ("count", Number(other.Asked)), ("number", Number(other.Given))),
            SessionDoubt.RoomTaken taken => words.Say("schedule.doubt-room", ("code", CodeForOthers(taken.Other.CourseId)), ("from", Clock(taken.Other, taken.Other.Starts, words)), ("to", Clock(taken.Other, taken.Other.Ends, words))),
            SessionDoubt.LeadsElsewhere leads => words.Say(
                "schedule.doubt-leads", ("name", district.Person(leads.PersonId)?.Name ?? leads.PersonId), ("code", CodeForOthers(leads.Other.CourseId)), ("from", Clock(leads.Other, leads.Other.Starts, words)), ("to", Clock(leads.Other, leads.Other.Ends, words))),
            _ => throw new ArgumentOutOfRangeException(nameof(doubt)),
        };
    }

    private string CodeOf(string courseId) => offer.Catalogue?.Course(courseId)?.Code ?? courseId;

    // Whoever schedules something else need not know what is held there.
    private string CodeForOthers(string courseId) => offer.Catalogue is { } catalogue ? CourseNames.CodeForOthers(catalogue, courseId) : CourseNames.Unnamed;

    // Narrow spaces before AM and PM are drawn as boxes in places.
    private string Clock(Session session, DateTimeOffset at, ICardWords words) => district.CalendarOf(session.SchoolId).Local(at).ToString("t", words.Culture).Replace('\u202f', ' ');

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
