namespace SupportBot.Cases;

/// <summary>Tasks that opened together for one role: one notice and one card tell of all of them.</summary>
public static class OpenedTasks
{
    /// <summary>Subject of notices and cards about them: no alert or task has such an id.</summary>
    public const string SubjectStart = "tasks:";

    public static string SubjectOf(IEnumerable<string> taskIds) => SubjectStart + string.Join(',', taskIds.Distinct());

    /// <summary>The ids in a subject; null where it is about something else.</summary>
    public static IReadOnlyList<string>? IdsOf(string subject) =>
        subject.StartsWith(SubjectStart, StringComparison.Ordinal) ? subject[SubjectStart.Length..].Split(',') : null;

    /// <summary>Those of a subject that are still to be done, in its order; empty where it is about something else.</summary>
    public static IReadOnlyList<CaseTask> StillOpen(Case @case, string subject)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return [.. (IdsOf(subject) ?? []).Select(id => @case.OpenTasks.FirstOrDefault(t => t.Id == id)).OfType<CaseTask>()];
    }

    /// <summary>Those of a subject that this person is still told of: handed to nobody else, and not filled in by themselves.</summary>
    public static IReadOnlyList<CaseTask> For(string personId, Case @case, string subject) =>
        [.. StillOpen(@case, subject).Where(t => (t.Owner is null || t.Owner == personId) && t.ProposedBy != personId)];

    // What opens for a role in one commit is told in one notice, when the last of it may be told.
    internal static IReadOnlyList<Notice> Together(IReadOnlyList<Notice> before, IReadOnlyList<Notice> later)
    {
        if (later.All(n => n.Kind != NoticeKind.TaskOpened)) return [.. before, .. later];
        var all = before.ToList();
        foreach (var notice in later)
        {
            var at = notice.Kind == NoticeKind.TaskOpened ? all.FindIndex(n => n.Kind == NoticeKind.TaskOpened && n.CaseId == notice.CaseId && n.Role == notice.Role) : -1;
            if (at < 0) all.Add(notice);
            else all[at] = all[at] with { Subject = SubjectOf([.. IdsOf(all[at].Subject)!, .. IdsOf(notice.Subject)!]), NotBefore = notice.NotBefore > all[at].NotBefore ? notice.NotBefore : all[at].NotBefore };
        }

        return all;
    }
}
