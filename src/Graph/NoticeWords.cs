using System.Text;

namespace SupportBot.Graph;

/// <summary>Notices in words. English: which language a member of staff reads is not known.</summary>
internal static class NoticeWords
{
    private const int LongestPreview = 150;

    /// <summary>The activity types of <c>manifest/manifest.json</c>; a test holds both together.</summary>
    public static string ActivityType(NoticeSort sort) => sort switch
    {
        NoticeSort.Alert => "caseAlert",
        NoticeSort.Ladder => "caseLadder",
        NoticeSort.TaskDue => "taskDue",
        NoticeSort.StepsWait => "stepsWait",
        _ => "personWaiting",
    };

    /// <summary>What the app's templates have places for.</summary>
    public static IReadOnlyList<(string Name, string Value)> Parameters(NoticeContent notice) =>
        [("caseNumber", notice.CaseNumber), ("kind", notice.KindTitle), ("school", notice.School)];

    public static string Preview(NoticeContent notice)
    {
        var text = $"{notice.Urgency}. {Capital(notice.When)}. {Ask(notice)}";
        return text.Length <= LongestPreview ? text : text[..LongestPreview];
    }

    public static string Subject(NoticeContent notice) => notice.Sort switch
    {
        NoticeSort.TaskDue => $"Task of case {notice.CaseNumber}: {notice.When}",
        NoticeSort.StepsWait => $"Steps of case {notice.CaseNumber} wait for you",
        NoticeSort.Ladder => $"{notice.Urgency}: nobody has acknowledged case {notice.CaseNumber}",
        NoticeSort.PersonWaiting => $"{notice.Urgency}: somebody waits for a person, case {notice.CaseNumber}",
        _ => $"{notice.Urgency}: case {notice.CaseNumber} needs you",
    };

    public static string Mail(NoticeContent notice)
    {
        var mail = new StringBuilder();
        mail.Append(notice.Sort switch
        {
            NoticeSort.TaskDue => $"A task of case {notice.CaseNumber} waits: {notice.KindTitle}.",
            NoticeSort.StepsWait => $"Steps of case {notice.CaseNumber} wait for somebody to go on with them, and you were asked.",
            NoticeSort.Ladder => $"Nobody has acknowledged case {notice.CaseNumber} yet.",
            NoticeSort.PersonWaiting => $"Somebody in the anonymous chat asks for a person. It is case {notice.CaseNumber}.",
            _ => $"Case {notice.CaseNumber} needs somebody on duty, and that is you.",
        });
        mail.Append("\r\n\r\n");
        if (notice.Sort != NoticeSort.TaskDue) mail.Append("What: ").Append(notice.KindTitle).Append("\r\n");
        mail.Append("Where: ").Append(notice.School).Append("\r\nHow urgent: ").Append(notice.Urgency).Append("\r\nWhen: ").Append(notice.When).Append("\r\n\r\n");
        mail.Append(Ask(notice)).Append(notice.Console is { } console ? $"\r\n{console}" : " Open the console.");
        mail.Append("\r\n\r\nNothing of the report is in this mail. Please do not reply to it, and write no names in mail: what you know belongs in the case.\r\n");
        return mail.ToString();
    }

    private static string Ask(NoticeContent notice) =>
        notice.Sort == NoticeSort.StepsWait ? $"In Teams, type to me: go on with {notice.CaseNumber}."
        : notice.Sort == NoticeSort.TaskDue ? "Please look at it."
        : notice.Urgency switch
        {
            NoticeUrgency.Critical => "Please acknowledge it now.",
            NoticeUrgency.Urgent => "Please acknowledge it right away.",
            _ => "Please acknowledge it during the school day.",
        };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
