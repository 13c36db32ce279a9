namespace SupportBot.Protocols;

/// <summary>The reading grade that a protocol's words must meet: 6 where students and families read them, 9 where only staff do. One text may be two above.</summary>
public static class PlainWords
{
    public const int GradeForFamilies = 6;
    public const int GradeForStaff = 9;

    /// <summary>How far a single step or sentence may be above the grade of the whole.</summary>
    public const int Above = 2;

    /// <summary>Least ease in Spanish, as <see cref="ReadingMeasure.Ease"/> counts it: 70 is fairly easy, 60 is plain.</summary>
    public const int EaseForFamilies = 70;

    public const int EaseForStaff = 60;

    /// <summary>True where nobody but staff is led through it.</summary>
    public static bool IsForStaff(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return protocol.Anonymous == Anonymity.Never;
    }

    public static int GradeOf(Protocol protocol) => IsForStaff(protocol) ? GradeForStaff : GradeForFamilies;

    /// <summary>What a person reads at each step that has words: message, question, help, labels and choices.</summary>
    public static IReadOnlyList<(Step Step, IReadOnlyList<string> Texts)> Steps(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return [.. protocol.Steps.Select(s => (s, (IReadOnlyList<string>)[.. TextKeys.OfStep(s).Select(t => t.Value)])).Where(s => s.Item2.Count > 0)];
    }

    /// <summary>The grade of a protocol: the mean of its steps', so that a long easy one does not hide a short hard one.</summary>
    public static double Grade(Protocol protocol) => Steps(protocol).Select(s => ReadingMeasure.English(s.Texts).Grade).DefaultIfEmpty(0).Average();

    /// <summary>What staff fill in at one task of a case: title, labels, choices.</summary>
    public static IReadOnlyList<string> OfTask(Cases.TaskPlan task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return [task.Title, .. task.Form.SelectMany(f => (IEnumerable<string>)[f.Label, .. f.Choices.Select(c => c.Label)])];
    }
}
