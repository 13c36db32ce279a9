using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Who has a session in their calendar: those who hold it and those who have a seat. An offer or a place in line is none yet.</summary>
public static class SessionGuests
{
    /// <summary>Person ids, facilitators first, each once.</summary>
    public static IReadOnlyList<string> Of(Roll roll)
    {
        ArgumentNullException.ThrowIfNull(roll);
        return [.. roll.Session.FacilitatorIds.Concat(roll.Enrolments.Where(e => e.State == EnrolmentState.Enrolled).OrderBy(e => e.Order).Select(e => e.PersonId)).Distinct()];
    }
}
