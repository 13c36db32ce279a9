using System.Globalization;
using System.Text;

namespace SupportBot.Graph;

/// <summary>Notices in the words of whoever is told.</summary>
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
        NoticeSort.TaskOpened => "taskOpened",
        _ => "personWaiting",
    };

    /// <summary>What the app's templates have places for.</summary>
    public static IReadOnlyList<(string Name, string Value)> Parameters(NoticeContent notice) =>
        [("caseNumber", notice.CaseNumber), ("kind", notice.KindTitle), ("school", notice.School)];

    public static string Preview(NoticeContent notice)
    {
        var text = $"{Urgency(notice)}. {Capital(notice.When)}. {Ask(notice)}";
        return text.Length <= LongestPreview ? text : text[..LongestPreview];
    }

    public static string Subject(NoticeContent notice) => notice.Say(
        notice.Sort switch
        {
            NoticeSort.TaskDue => "notice.subject-task",
            NoticeSort.StepsWait => "notice.steps",
            NoticeSort.TaskOpened => notice.Tasks.Count == 1 ? "notice.opened" : "notice.opened-many",
            NoticeSort.Ladder => "notice.subject-ladder",
            NoticeSort.PersonWaiting => "notice.subject-waits",
            _ => "notice.subject-alert",
        },
        ("name", Urgency(notice)), ("code", notice.CaseNumber), ("when", notice.When), ("count", notice.Tasks.Count.ToString(CultureInfo.InvariantCulture)));

    public static string Mail(NoticeContent notice)
    {
        var mail = new StringBuilder();
        mail.Append(notice.Say(
            notice.Sort switch
            {
                NoticeSort.TaskDue => "notice.mail-task",
                NoticeSort.StepsWait => "notice.mail-steps",
                NoticeSort.TaskOpened => "notice.mail-opened",
                NoticeSort.Ladder => "notice.mail-ladder",
                NoticeSort.PersonWaiting => "notice.mail-waits",
                _ => "notice.mail-alert",
            },
            ("code", notice.CaseNumber), ("name", notice.KindTitle)));
        mail.Append("\r\n\r\n");
        void Line(string label, string value) => mail.Append(notice.Say(label)).Append(": ").Append(value).Append("\r\n");
        if (notice.Sort != NoticeSort.TaskDue) Line("notice.what", notice.KindTitle);
        Line("notice.where", notice.School);
        Line("notice.urgency", Urgency(notice));
        if (notice.Tasks.Count == 0) Line("notice.when", notice.When);
        else mail.Append("\r\n").AppendJoin("\r\n", notice.Tasks.Select(t => $"- {t.Title}: {t.When}")).Append("\r\n");
        mail.Append("\r\n").Append(Ask(notice)).Append(notice.Console is { } console ? $"\r\n{console}" : $" {notice.Say("notice.console")}");
        mail.Append("\r\n\r\n").Append(notice.Say("notice.no-words")).Append("\r\n");
        if (notice.Unchecked is { } mark) mail.Append("\r\n").Append(mark).Append("\r\n");
        return mail.ToString();
    }

    private static string Urgency(NoticeContent notice) => notice.Say(notice.Urgency switch
    {
        NoticeUrgency.Critical => "severity.critical",
        NoticeUrgency.Urgent => "severity.urgent",
        _ => "severity.standard",
    });

    private static string Ask(NoticeContent notice) => notice.Say(
        notice.Sort == NoticeSort.StepsWait ? "notice.ask-steps"
        : notice.Sort is NoticeSort.TaskDue or NoticeSort.TaskOpened ? "notice.ask-task"
        : notice.Urgency switch
        {
            NoticeUrgency.Critical => "notice.ask-critical",
            NoticeUrgency.Urgent => "notice.ask-urgent",
            _ => "notice.ask-standard",
        },
        ("code", notice.CaseNumber));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
