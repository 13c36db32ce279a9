using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What an invitation says. English: which language a member of staff reads is not known. A calendar is read over shoulders, by assistants and on room displays.</summary>
public static class InvitationWords
{
    /// <summary>For a course whose title would tell something of a person or a student.</summary>
    public const string Neutral = "Staff training";

    /// <summary>Goes to everybody when a session is called off.</summary>
    public const string CalledOff = "This training is called off. Your seat is gone with it, and you need do nothing. In the chat you find the next sessions.";

    /// <summary>Goes to one person who has a seat no more.</summary>
    public const string SeatGivenUp = "Your seat in this training is given up, and it is taken out of your calendar. If you did not want that, please write to me in the chat.";

    /// <param name="course">Null where the district does not offer it any more.</param>
    public static string Subject(Course? course) => course is null or { Sensitive: true } ? Neutral : course.TitleIn("en");

    public static string Body(Course? course, Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var about = course is null or { Sensitive: true } ? "" : course.SummaryIn("en") + "\n\n";
        var where = session.Place.Length > 0 ? $"Where: {session.Place}\n\n" : "";
        return $"{about}{where}You have a seat. If you cannot come, please give it up in the chat with me: then somebody else can have it. I am a computer program, and nobody reads mail that is sent back.\n";
    }
}
