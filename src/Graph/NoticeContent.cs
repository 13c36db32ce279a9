namespace SupportBot.Graph;

/// <summary>A phrase by its key, with its holes filled.</summary>
public delegate string SayNotice(string key, params ReadOnlySpan<(string Hole, string Value)> holes);

/// <summary>Why somebody is told. Each is an activity type of the Teams app.</summary>
public enum NoticeSort
{
    /// <summary>A case needs somebody on duty.</summary>
    Alert,

    /// <summary>Nobody has acknowledged it in time.</summary>
    Ladder,

    /// <summary>A task is due, or overdue.</summary>
    TaskDue,

    /// <summary>Steps that somebody handed over wait for a person.</summary>
    StepsWait,

    /// <summary>A student waits for a person.</summary>
    PersonWaiting,

    /// <summary>Tasks opened that are somebody's to do.</summary>
    TaskOpened,
}

/// <summary>How soon somebody must look. Ordered.</summary>
public enum NoticeUrgency
{
    Standard,
    Urgent,
    Critical,
}

/// <summary>
/// All that a notice outside this program may say. What has no place here cannot get into a mail or a feed: no word of a report, no name.
/// </summary>
/// <param name="KindTitle">Kind of the case, or title of the task, from content.</param>
/// <param name="SchoolName">From the directory; empty while the school is not known.</param>
/// <param name="When">Age or due time in words: <c>4 minutes ago</c>, <c>overdue by 1 day</c>.</param>
/// <param name="Console">The case in the console, where what was written is read; null where no address is configured.</param>
public sealed record NoticeContent(NoticeSort Sort, NoticeUrgency Urgency, string CaseNumber, string KindTitle, string SchoolName, string When, Uri? Console)
{
    /// <summary>Tasks that opened: title of each, from content, and when it is due in words. Empty for everything else.</summary>
    public IReadOnlyList<(string Title, string When)> Tasks { get; init; } = [];

    /// <summary>The words around it, in the language of whoever is told.</summary>
    public required SayNotice Say { get; init; }

    /// <summary>Says that nobody has checked that translation; null where there is nothing to say.</summary>
    public string? Unchecked { get; init; }

    /// <summary>For a sentence.</summary>
    public string School => SchoolName.Length > 0 ? SchoolName : Say("notice.school-unknown");
}
