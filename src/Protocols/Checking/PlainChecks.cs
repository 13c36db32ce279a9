using System.Globalization;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Warns of English words that are harder to read than who reads them can be asked for. Nothing is refused for it.</summary>
internal static class PlainChecks
{
    private const string Cure = "use shorter words and sentences";

    public static IEnumerable<Fault> Check(Protocol protocol)
    {
        if (protocol.Language != "en")
            yield break;
        var grade = PlainWords.GradeOf(protocol);
        var who = PlainWords.IsForStaff(protocol) ? "staff" : "students and families";
        if (PlainWords.Grade(protocol) is var whole && whole > grade)
            yield return protocol.Place.Warning($"its steps read at grade {Written(whole)}, and {who} should need {grade}", Cure);
        foreach (var (step, texts) in PlainWords.Steps(protocol))
        {
            var hardest = texts.Select(t => ReadingMeasure.English([t])).Where(m => m.Words >= ReadingMeasure.Fewest).Append(ReadingMeasure.English(texts)).Max(m => m.Grade);
            if (hardest > grade + PlainWords.Above)
                yield return step.Place.Warning($"a text here reads at grade {Written(hardest)}, and {who} should need {grade}, at most {grade + PlainWords.Above}", Cure);
        }
        foreach (var task in protocol.Case?.Tasks ?? [])
            if (ReadingMeasure.English(PlainWords.OfTask(task)) is { Words: >= ReadingMeasure.Fewest, Grade: var asked } && asked > PlainWords.GradeForStaff + PlainWords.Above)
                yield return protocol.PlaceOf($"task {task.Id}").Warning($"this task reads at grade {Written(asked)}, and staff should need {PlainWords.GradeForStaff}, at most {PlainWords.GradeForStaff + PlainWords.Above}", Cure);
    }

    private static string Written(double grade) => Math.Round(grade, 1).ToString("0.0", CultureInfo.InvariantCulture);
}
