using SupportBot.Protocols;
using SupportBot.Yaml;

namespace SupportBot.Bot.Tests;

/// <summary>All content together: sound as it ships, laid over by a district, and refused with file, line and cure where it is not.</summary>
public sealed class ContentTests
{
    private const string English = "languages/en.yaml";

    [Fact]
    public void The_built_in_content_has_no_fault()
    {
        var content = SupportContent.Load(ContentFolder.Read(null), [], CheckDepth.Whole);

        Assert.DoesNotContain(content.Faults, f => f.IsError);
        Assert.DoesNotContain(content.Faults, f => f.File.Contains(".es.", StringComparison.Ordinal));
        Assert.NotNull(content.Content);
        Assert.NotEmpty(content.Generated);
    }

    [Fact]
    public void A_districts_folder_replaces_one_file_and_leaves_the_others()
    {
        using var folder = new Folder();
        const string file = "directory/district.yaml";
        var builtIn = ContentFolder.Read(null);
        folder.Write(file, builtIn[file].Replace("Riverbend Unified Student Support (demo)", "Heron Valley Student Support", StringComparison.Ordinal));

        var files = ContentFolder.Read(folder.Path);

        Assert.Equal(builtIn.Keys, files.Keys);
        Assert.Equal([file], files.Where(f => builtIn[f.Key] != f.Value).Select(f => f.Key));
        Assert.Equal("Heron Valley Student Support", SupportContent.Load(files, [], CheckDepth.StartUp).Content!.District.PublicName);
    }

    [Theory]
    [InlineData("protocols/bullying-report/1.yaml", "    severity: critical", "    severity: loud")]
    [InlineData("resources/crisis.yaml", "    phone: \"911\"", "    fone: \"911\"")]
    [InlineData("directory/roster.yaml", "people: [maya-okafor, daniel-reyes]", "people: [nobody-here, daniel-reyes]")]
    [InlineData("signals/en.yaml", "    grade: high", "    grade: loud")]
    [InlineData("courses/courses.yaml", "    validity: once", "    validity: one")]
    [InlineData("courses/courses.yaml", "    grants: level-1-screening", "    grants: level-1-screning")]
    [InlineData("courses/requirements.yaml", "    audience: { jurisdictions: [OR] }", "    audience: { jurisdictions: [OG] }")]
    [InlineData("courses/requirements.yaml", "    audience: { roles: [title-ix-coordinator] }", "    audience: { roles: [title-9-coordinator] }")]
    [InlineData("courses/requirements.yaml", "    audience: { roles: [title-ix-coordinator] }", "    audience: { levels: [hi] }")]
    [InlineData("courses/requirements.yaml", "    audience: { roles: [title-ix-coordinator] }", "    audience: { schools: [heron] }")]
    [InlineData("courses/learning-days.yaml", "    dates: [\"2026-10-09\"]", "    dates: [\"2026-10-08\"]")]
    [InlineData("courses/learning-days.yaml", "    dates: [\"2026-10-09\"]", "    dates: [\"2026-11-11\"]")]
    [InlineData("topics/en.yaml", "  - id: mental-health", "  - id: mental-helth")]
    [InlineData("routes/routes.en.yaml", "    protocol: bullying-report", "    protocoll: bullying-report")]
    [InlineData(English, "owner: safeguarding-lead", "ownr: safeguarding-lead")]
    [InlineData("languages/es.yaml", "  menu.code:", "  menu.kode:")]
    [InlineData("languages/es.yaml", "  welcome.who: \"Hola. Soy un programa de computadora de {district}", "  welcome.who: \"Hola. Soy un programa de computadora de {distrito}")]
    public void A_planted_fault_makes_the_content_unusable_and_is_told_with_file_line_and_cure(string file, string sound, string broken)
    {
        var files = ContentFolder.Read(null).ToDictionary();
        var line = PlantAndGiveLine(files, file, sound, broken);

        var content = SupportContent.Load(files, [], CheckDepth.StartUp);

        Assert.Null(content.Content);
        Assert.Contains(content.Faults, f => f.IsError && file.EndsWith(f.File, StringComparison.Ordinal) && f.Line == line && f.What.Length > 0 && f.Cure.Length > 0);
    }

    [Theory]
    [InlineData(English, "menu.again: \"", "Nobody will know that you wrote. ")]
    [InlineData("languages/es.yaml", "menu.again: \"", "Nadie se enterará. ")]
    [InlineData("resources/topics.yaml", "en: \"", "Some people commit suicide. ")]
    [InlineData("courses/courses.yaml", "en: \"", "Some people commit suicide. ")]
    public void Words_that_harm_are_found_wherever_the_program_says_something(string file, string before, string harm)
    {
        var files = ContentFolder.Read(null).ToDictionary();
        Assert.Empty(SafeMessaging.Check(files));
        files[file] = files[file].Replace(before, before + harm, StringComparison.Ordinal);

        Assert.All(SafeMessaging.Check(files), fault => Assert.Equal(file, fault.File));
        Assert.NotEmpty(SafeMessaging.Check(files));
    }

    [Fact]
    public void What_people_type_may_hold_any_words()
    {
        var files = new Dictionary<string, string> { ["resources/x.yaml"] = "resources:\n  - id: x\n    keywords: [\"commit suicide\"]\n", ["signals/en.yaml"] = "phrases: [\"commit suicide\"]\n" };
        Assert.Empty(SafeMessaging.Check(files));
    }

    [Fact]
    public void Content_without_its_language_is_unusable_and_says_which_file_is_missing()
    {
        var files = ContentFolder.Read(null).ToDictionary();
        files.Remove(English);

        var content = SupportContent.Load(files, [], CheckDepth.StartUp);

        Assert.Null(content.Content);
        Assert.Equal(English, Assert.Single(content.Faults, f => f.IsError).File);
    }

    [Theory]
    [InlineData("es", true)]
    [InlineData("ru", false)]
    public void What_staff_read_must_be_there_in_a_language_of_staff_and_in_no_other(string language, bool must)
    {
        var files = ContentFolder.Read(null).ToDictionary();
        var file = $"languages/{language}.yaml";
        files[file] = string.Join('\n', files[file].Split('\n').Where(l => !l.StartsWith("  alert.first:", StringComparison.Ordinal)));

        var (_, faults) = PhrasesReader.ReadAll(files);

        Assert.Equal(must ? ["alert.first is missing"] : [], faults.Where(f => f.IsError).Select(f => f.What));
    }

    [Fact]
    public void A_title_of_a_case_that_staff_would_read_in_English_is_told_and_keeps_nobody_from_starting()
    {
        var files = ContentFolder.Read(null).ToDictionary();
        const string file = "protocols/suicide-protocol/1.es.yaml";
        files[file] = string.Join('\n', files[file].Split('\n').Where(l => !l.StartsWith("  case.tasks.screening:", StringComparison.Ordinal)));

        var content = SupportContent.Load(files, [], CheckDepth.StartUp);

        Assert.NotNull(content.Content);
        Assert.StartsWith("case.tasks.screening is missing", Assert.Single(content.Faults, f => file.EndsWith(f.File, StringComparison.Ordinal)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_command_ends_with_0_where_the_content_may_be_used()
    {
        using var output = new StringWriter();

        Assert.Equal(0, CheckCommand.Run([], output));
        Assert.Contains("The content is sound.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_command_counts_courses_and_warns_of_what_is_to_be_verified()
    {
        using var output = new StringWriter();
        CheckCommand.Run([], output);

        var warnings = output.ToString().Split('\n').Count(l => l.StartsWith("warning: ", StringComparison.Ordinal));
        Assert.Contains("warning: courses/courses.yaml:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("32 courses, ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($", 0 faults, {warnings} warnings", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_command_lists_what_is_not_translated_yet_and_a_start_does_not()
    {
        var output = new StringWriter();
        Assert.Equal(0, CheckCommand.Run([], output));
        Assert.DoesNotContain("not translated", output.ToString(), StringComparison.Ordinal);

        // One sentence is taken out of one language.
        var files = ContentFolder.Read(null).ToDictionary();
        var whole = files["resources/crisis.yaml"];
        files["resources/crisis.yaml"] = whole.Replace("      vi: \"Bạn cũng có thể gọi khi lo cho một người bạn.\"\n", "", StringComparison.Ordinal);
        Assert.NotEqual(whole, files["resources/crisis.yaml"]);
        Assert.Contains(SupportContent.Load(files, [], CheckDepth.Whole).Untranslated, gap => gap.StartsWith("vi: note of 1 resource", StringComparison.Ordinal) && gap.Contains("cr-988", StringComparison.Ordinal));
        Assert.Empty(SupportContent.Load(files, [], CheckDepth.StartUp).Untranslated);
    }

    [Fact]
    public void A_start_says_nothing_of_what_is_to_be_verified_and_has_the_trainings()
    {
        var content = SupportContent.Load(ContentFolder.Read(null), [], CheckDepth.StartUp);

        Assert.DoesNotContain(content.Faults, f => f.File.StartsWith("courses/", StringComparison.Ordinal));
        Assert.Equal(32, content.Catalogue!.Courses.Count);
    }

    [Fact]
    public void A_district_without_trainings_has_no_catalogue_and_is_sound()
    {
        var files = ContentFolder.Read(null).Where(f => !f.Key.StartsWith("courses/", StringComparison.Ordinal)).ToDictionary();
        var content = SupportContent.Load(files, [], CheckDepth.StartUp);

        Assert.NotNull(content.Content);
        Assert.Null(content.Catalogue);
        Assert.DoesNotContain("courses", content.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_command_ends_with_1_and_names_file_and_line_where_it_may_not()
    {
        using var folder = new Folder();
        var files = ContentFolder.Read(null).ToDictionary();
        var line = PlantAndGiveLine(files, English, "owner: safeguarding-lead", "ownr: safeguarding-lead");
        folder.Write(English, files[English]);
        using var output = new StringWriter();

        Assert.Equal(1, CheckCommand.Run([folder.Path], output));
        Assert.Contains($"{English}:{line}", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("The content cannot be used.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_command_ends_with_2_where_there_is_no_folder()
    {
        using var folder = new Folder();
        using var output = new StringWriter();

        Assert.Equal(2, CheckCommand.Run([System.IO.Path.Combine(folder.Path, "not-there")], output));
        Assert.Contains("not-there", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_of_the_English_phrases_is_read()
    {
        var text = ContentFolder.Read(null)[English];
        var lines = text.Split('\n').SkipWhile(l => l != "text:").Skip(1).Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] is >= 'a' and <= 'z');
        var keys = lines.Select(l => l[2..l.IndexOf(':', StringComparison.Ordinal)]).ToList();

        var (phrases, faults) = PhrasesReader.Read(English, text);

        Assert.Empty(faults);
        Assert.True(keys.Count > 40, $"Only {keys.Count} keys were found.");
        Assert.Equal(keys, phrases!.Keys);
        Assert.All(keys, k => Assert.False(string.IsNullOrWhiteSpace(phrases[k]), k));
    }

    [Theory]
    [InlineData("language: en", "langage: en")]
    [InlineData("  menu.report: \"Report bullying\"", "  menu.report: [\"Report bullying\"]")]
    [InlineData("  menu.report: \"Report bullying\"", "  menu.report: \"Report bullying")]
    [InlineData("  menu.code: \"I have a code\"", "  menu.report: \"I have a code\"")]
    public void A_broken_file_of_phrases_gives_none_and_says_where(string sound, string broken)
    {
        var files = ContentFolder.Read(null).ToDictionary();
        PlantAndGiveLine(files, English, sound, broken);

        var (phrases, faults) = PhrasesReader.Read(English, files[English]);

        Assert.Null(phrases);
        Assert.Contains(faults, (Fault f) => f.IsError && f.File == English && f.Line > 0 && f.Cure.Length > 0);
    }

    private static int PlantAndGiveLine(Dictionary<string, string> files, string file, string sound, string broken)
    {
        var text = files[file];
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} no longer has: {sound}");
        files[file] = text[..at] + broken + text[(at + sound.Length)..];
        return text[..at].Count(c => c == '\n') + 1;
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("supportbot-content-").FullName;

        public void Write(string file, string text)
        {
            var path = System.IO.Path.Combine(Path, file);
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
    }
}
