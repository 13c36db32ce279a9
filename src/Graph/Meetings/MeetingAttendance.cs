namespace SupportBot.Graph;

/// <summary>Who was in an online meeting, as Teams has counted.</summary>
/// <param name="Reports">How many reports cover the time that was asked for: one for each time the meeting ended. 0: there is none yet.</param>
/// <param name="People">One for each record that names a mail address; whoever came twice, or by two devices, may stand in it more than once.</param>
public sealed record MeetingAttendance(int Reports, IReadOnlyList<MeetingParticipant> People);

/// <summary>Somebody in a meeting.</summary>
/// <param name="Address">Mail address, as Teams writes it. People without an account of the organisation mostly have none, and are left out.</param>
/// <param name="Stays">From joining to leaving, UTC; two devices give stays that overlap.</param>
/// <param name="UntimedSeconds">What Teams has counted without saying when; 0 where it names stays.</param>
public sealed record MeetingParticipant(string Address, IReadOnlyList<(DateTimeOffset Joined, DateTimeOffset Left)> Stays, int UntimedSeconds);
