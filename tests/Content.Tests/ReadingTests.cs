using SupportBot.Protocols;

namespace SupportBot.Content.Tests;

/// <summary>Plain words: grade 6 for students and families, 9 for staff.</summary>
public class ReadingTests
{
    private static readonly Dictionary<ProtocolKey, Protocol> Read = ProtocolTexts.All.Select(f => ProtocolReader.Read(f.Name, f.Text).Protocol!).ToDictionary(p => p.Key);

    public static TheoryData<string> Protocols() => [.. Read.Keys.Select(k => k.ToString())];

    private static Protocol Of(string key) => Read[ProtocolKey.TryParse(key, out var parsed) ? parsed : default];

    private static ProtocolLanguage? Spanish(Protocol protocol)
    {
        var file = BuiltIn.Folder("protocols", protocol.Id, $"{protocol.Version}.es.yaml");
        return File.Exists(file) ? LanguageReader.Read(file, File.ReadAllText(file), protocol).Language : null;
    }

    [Theory, MemberData(nameof(Protocols))]
    public void The_steps_of_a_protocol_meet_the_grade_of_who_reads_them(string key) =>
        Assert.InRange(PlainWords.Grade(Of(key)), -3, PlainWords.GradeOf(Of(key)));

    [Theory, MemberData(nameof(Protocols))]
    public void Sentences_alone_meet_it_too_without_the_short_choices_beside_them(string key)
    {
        var long_ = PlainWords.Steps(Of(key)).SelectMany(s => s.Texts).Select(t => ReadingMeasure.English([t])).Where(m => m.Words >= ReadingMeasure.Fewest).ToList();
        Assert.NotEmpty(long_);
        Assert.InRange(long_.Average(m => m.Grade), -3, PlainWords.GradeOf(Of(key)));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void No_step_and_no_sentence_is_more_than_two_above(string key)
    {
        var most = PlainWords.GradeOf(Of(key)) + PlainWords.Above;
        var hard = PlainWords.Steps(Of(key))
            .SelectMany(s => s.Texts.Select(t => (s.Step.Id, Text: t, Measure: ReadingMeasure.English([t]))).Where(t => t.Measure.Words >= ReadingMeasure.Fewest)
                .Append((s.Step.Id, Text: string.Join(" | ", s.Texts), Measure: ReadingMeasure.English(s.Texts))))
            .Where(t => t.Measure.Grade > most);
        None(hard.Select(t => $"{t.Id} {t.Measure.Grade:0.0}: {t.Text}"));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void What_staff_fill_in_at_the_tasks_of_a_case_meets_grade_9(string key)
    {
        var tasks = (Of(key).Case?.Tasks ?? []).Select(t => (t.Id, Measure: ReadingMeasure.English(PlainWords.OfTask(t)))).ToList();
        Assert.InRange(tasks.Select(t => t.Measure.Grade).DefaultIfEmpty(0).Average(), -3, PlainWords.GradeForStaff);
        None(tasks.Where(t => t.Measure.Words >= ReadingMeasure.Fewest && t.Measure.Grade > PlainWords.GradeForStaff + PlainWords.Above).Select(t => $"{t.Id} {t.Measure.Grade:0.0}"));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void The_Spanish_words_are_as_easy(string key)
    {
        var protocol = Of(key);
        if (Spanish(protocol) is not { } spanish) return;
        var steps = protocol.Steps.Select(s => spanish.Texts.Where(t => t.Key.StartsWith($"{s.Id}.", StringComparison.Ordinal)).Select(t => t.Value).ToList()).Where(t => t.Count > 0);
        Assert.InRange(steps.Select(t => ReadingMeasure.Spanish(t).Ease).Average(), PlainWords.IsForStaff(protocol) ? PlainWords.EaseForStaff : PlainWords.EaseForFamilies, 207);
    }

    // A line that speaks no English says in its own language what it is for.
    [Fact]
    public void The_short_answers_of_topics_and_what_each_resource_is_for_are_for_everybody()
    {
        var shelf = BuiltInDirectory.District.Resources;
        var answers = shelf.Topics.Select(t => (t.Id, Text: t.Answer?.Texts.GetValueOrDefault("en"))).Where(t => t.Text is not null).Select(t => (t.Id, Text: t.Text!, Measure: ReadingMeasure.English([t.Text!]))).ToList();
        Assert.True(answers.Count >= 20, $"{answers.Count} answers");
        Assert.InRange(answers.Average(a => a.Measure.Grade), -3, PlainWords.GradeForFamilies);
        var purposes = shelf.All.Where(r => r.Languages.Contains("en")).Select(r => (r.Id, Text: r.Purpose.Texts.GetValueOrDefault("en", ""), Measure: ReadingMeasure.English([r.Purpose.Texts.GetValueOrDefault("en", "")]))).Where(r => r.Measure.Words >= ReadingMeasure.Fewest).ToList();
        Assert.InRange(purposes.Average(p => p.Measure.Grade), -3, PlainWords.GradeForFamilies);
        None(answers.Concat(purposes).Where(t => t.Measure.Grade > PlainWords.GradeForFamilies + PlainWords.Above).Select(t => $"{t.Id} {t.Measure.Grade:0.0}: {t.Text}"));
    }

    [Fact]
    public void What_is_said_of_resources_in_Spanish_is_as_easy()
    {
        var texts = BuiltInDirectory.District.Resources.All.SelectMany(r => r.Texts.Where(t => t.Text.Has("es")).Select(t => (At: $"{r.Id} {t.Key}", Text: t.Text.In("es"), Measure: ReadingMeasure.Spanish([t.Text.In("es")])))).Where(t => t.Measure.Words >= ReadingMeasure.Fewest).ToList();
        Assert.True(texts.Count > 50, $"{texts.Count} texts");
        Assert.InRange(texts.Average(t => t.Measure.Ease), PlainWords.EaseForFamilies, 207);
    }

    [Fact]
    public void Each_name_that_counts_as_easy_has_a_reason_and_the_list_stays_short()
    {
        Assert.All(ReadingMeasure.Names, n => Assert.NotEqual("", n.Value));
        Assert.InRange(ReadingMeasure.Names.Count, 1, 15);
    }

    [Theory, MemberData(nameof(Protocols))]
    public void Every_rule_that_counts_time_and_every_gate_says_where_it_comes_from(string key)
    {
        var protocol = Of(key);
        var rules = protocol.Steps.Where(s => s is AlertStep or DoStep or WaitStep).Select(s => (At: s.Id, s.Source))
            .Concat(protocol.Steps.Where(s => s.Silence is not null).Select(s => (At: $"{s.Id} timeout", Source: s.Silence!.Source)))
            .Concat((protocol.Case?.Tasks ?? []).Select(t => (At: $"task {t.Id}", t.Source)))
            .Concat((protocol.Case?.Clocks ?? []).Select(c => (At: $"clock {c.Id}", Source: (Cases.RuleSource?)c.Source)))
            .Concat((protocol.Case?.States ?? []).Where(s => s.Requires.Count > 0).Select(s => (At: $"gate {s.Id}", s.Source)))
            .Concat(protocol.Case?.Keep is { } keep ? [(At: "keep", Source: keep.Source)] : Array.Empty<(string At, Cases.RuleSource? Source)>()).ToList();
        Assert.NotEmpty(rules);
        None(rules.Where(r => string.IsNullOrWhiteSpace(r.Source?.Text)).Select(r => r.At));
    }

    private static void None(IEnumerable<string> found)
    {
        var all = string.Join(Environment.NewLine, found);
        Assert.True(all.Length == 0, all);
    }
}
