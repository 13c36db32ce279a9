namespace SupportBot.Protocols.Tests;

/// <summary>The look through a whole folder: languages, frozen versions, charts, recalls, names of files.</summary>
public class FolderTests
{
    private static Dictionary<string, string> Files() => Samples.Examples();

    private static CheckReport Check(Dictionary<string, string> files) => ContentCheck.Run(files, Samples.References, randomWalks: 5);

    private static void Finds(Dictionary<string, string> files, string file, string what, string cure)
    {
        var faults = Check(files).Faults;
        Assert.True(faults.Any(f => f.File == file && f.What.Contains(what) && f.Cure.Contains(cure)), string.Join('\n', faults));
    }

    private static Dictionary<string, string> Changed(string path, string from, string to)
    {
        var files = Files();
        Assert.Contains(from, files[path]);
        files[path] = files[path].Replace(from, to);
        return files;
    }

    [Fact]
    public void A_case_that_others_open_beside_them_and_that_would_tell_nobody_is_a_fault()
    {
        const string linked = "linked: [small]", raises = "raises: [help]";
        var files = Files();
        void Small(string more) => files["protocols/small/1.yaml"] = Samples.Text(Samples.Help) + $"case:\n  kind: small\n  title: \"Small case\"\n  sees: [counselor]\n  states: [submitted, closed]\n  outcomes: {{ helped: \"Helped\" }}\n{more}";
        Small($"  {linked}\n");
        Finds(files, "small/1.yaml", "other cases open one of small beside them, and nobody would be told", "raises:");
        Small($"  {linked}\n  raises: [halp]\n");
        Finds(files, "small/1.yaml", "raises names halp, which is no alert of this protocol", "use one of help");
        Small($"  {linked}\n  {raises}\n");
        Assert.DoesNotContain(Check(files).Faults, f => f.What.Contains("beside them") || f.What.Contains("raises"));
    }

    [Fact]
    public void A_missing_translation_is_a_fault_and_the_language_is_used_as_far_as_it_goes()
    {
        var files = Changed("protocols/suicide-risk/1.es.yaml", "  ask-who.choices.me: \"Por mí\"\n", "");
        Finds(files, "suicide-risk/1.es.yaml", "ask-who.choices.me is missing", "translate it");
        Assert.False(Assert.Single(Check(files).Languages).IsComplete);
    }

    [Fact]
    public void A_translation_of_nothing_is_a_fault() =>
        Finds(Changed("protocols/suicide-risk/1.es.yaml", "ask-who.ask", "ask-whom.ask"), "suicide-risk/1.es.yaml", "\"ask-whom.ask\" is not known", "did you mean ask-who.ask");

    [Fact]
    public void A_translation_of_another_version_is_a_fault() =>
        Finds(Changed("protocols/suicide-risk/1.es.yaml", "suicide-risk@1", "suicide-risk@2"), "suicide-risk/1.es.yaml", "translates suicide-risk@2", "one version");

    [Fact]
    public void A_chart_that_is_missing_or_old_is_a_fault()
    {
        Finds(Changed("protocols/suicide-risk/1.mmd", "up to 6 times", "up to 5 times"), "suicide-risk/1.mmd", "does not show the protocol as it is", "--write");
        var files = Files();
        files.Remove("protocols/suicide-risk/1.mmd");
        Finds(files, "suicide-risk/1.mmd", "the flow chart is missing", "--write");
    }

    [Fact]
    public void An_active_version_must_be_locked_and_the_lock_can_be_written()
    {
        var files = Changed("protocols/suicide-risk/1.yaml", "status: draft", "status: active");
        Finds(files, "suicide-risk/1.yaml", "active but not in lock.json", "--write");
        foreach (var (path, text) in Check(files).Generated)
            files[path] = text;
        Assert.Empty(Check(files).Faults);

        files["protocols/suicide-risk/1.yaml"] = files["protocols/suicide-risk/1.yaml"].Replace("\"No\"", "\"No, I am not\"");
        Finds(files, "suicide-risk/1.yaml", "frozen, but its content has changed", "2.yaml");
        files["protocols/lock.json"] = Check(files).Generated["protocols/lock.json"];
        Finds(files, "suicide-risk/1.yaml", "frozen, but its content has changed", "2.yaml");
    }

    [Fact]
    public void A_version_once_active_may_retire_but_not_vanish_or_become_a_draft()
    {
        var files = Files();
        files["protocols/lock.json"] = $$"""{ "suicide-risk@1": "{{Samples.SuicideRisk.Hash}}", "bullying-report@1": "00" }""";
        Finds(files, "lock.json", "bullying-report@1 was active, but its file is missing", "restore");
        Finds(files, "suicide-risk/1.yaml", "cannot be a draft again", "retired");
        files["protocols/lock.json"] = $$"""{ "suicide-risk@1": "{{Samples.SuicideRisk.Hash}}" }""";
        files["protocols/suicide-risk/1.yaml"] = files["protocols/suicide-risk/1.yaml"].Replace("status: draft", "status: retired");
        Assert.Empty(Check(files).Faults);
        files["protocols/lock.json"] = "nonsense";
        Finds(files, "lock.json", "no JSON object", "restore");
    }

    [Fact]
    public void Recalls_name_versions_that_exist()
    {
        var files = Files();
        files["protocols/recalls.yaml"] = "recalls:\n  - { version: suicide-risk@1, \"on\": \"2026-10-01\", by: safeguarding-lead, why: \"It asked too late.\" }\n";
        var report = Check(files);
        Assert.Empty(report.Faults);
        Assert.True(report.Shelf().IsRecalled(Samples.SuicideRisk.Key));
        files["protocols/recalls.yaml"] = files["protocols/recalls.yaml"].Replace("risk@1", "risk@9");
        Finds(files, "recalls.yaml", "there is no suicide-risk@9", "keep the file");
    }

    [Fact]
    public void A_file_is_named_for_what_it_holds()
    {
        var files = Files();
        files["protocols/suicide-risk/3.yaml"] = files["protocols/suicide-risk/1.yaml"];
        files["protocols/notes.txt"] = "notes";
        Finds(files, "suicide-risk/3.yaml", "holds suicide-risk@1 but is named for suicide-risk@3", "file's name");
        Assert.Contains(Check(files).Faults, f => f.File == "notes.txt" && !f.IsError);
    }

    [Fact]
    public void A_protocol_without_stories_is_a_fault()
    {
        var files = Files();
        files.Remove("protocols/suicide-risk/1.stories.yaml");
        Finds(files, "suicide-risk/1.yaml", "no stories", "1.stories.yaml");
    }

    [Fact]
    public void Protocols_do_not_call_each_other_in_a_ring()
    {
        static string Calling(string id, string called) => Samples.Text($"  - id: c\n    call: {called}\n" + Samples.Help, $"id: {id}");
        var report = ContentCheck.Run(new Dictionary<string, string> { ["protocols/a/1.yaml"] = Calling("a", "b"), ["protocols/b/1.yaml"] = Calling("b", "a") }, Samples.References, CheckDepth.StartUp);
        Assert.Equal(2, report.Faults.Count(f => f.What.Contains("leads back into")));
    }

    [Fact]
    public void What_may_be_anonymous_does_not_call_what_never_is()
    {
        static string Text(string id, string anonymity, string steps) => Samples.Text(steps + Samples.Help, $"id: {id}").Replace($"id: {id}\n", $"id: {id}\nanonymous: {anonymity}\n", StringComparison.Ordinal);
        static Dictionary<string, string> Calling(string anonymity) => new()
        {
            ["protocols/a/1.yaml"] = Text("a", anonymity, "  - id: c\n    call: b\n"),
            ["protocols/b/1.yaml"] = Text("b", "never", ""),
        };
        Assert.Contains(ContentCheck.Run(Calling("allowed"), Samples.References, CheckDepth.StartUp).Faults, f => f.What == "a may be anonymous, and b never is");
        Assert.DoesNotContain(ContentCheck.Run(Calling("never"), Samples.References, CheckDepth.StartUp).Faults, f => f.What.Contains("never is"));
    }

    [Fact]
    public void At_start_up_stories_and_charts_are_left_to_the_build()
    {
        var files = Files().Where(f => f.Key.EndsWith("1.yaml", StringComparison.Ordinal)).ToDictionary();
        var report = ContentCheck.Run(files, Samples.References, CheckDepth.StartUp);
        Assert.True(report.IsGood, report.ToString());
        Assert.Equal(0, report.RandomWalks);
    }

    [Fact]
    public void Spanish_is_put_over_what_is_said_and_asked()
    {
        var spanish = Assert.Single(Check(Files()).Languages);
        var player = new Player(Samples.SuicideRisk);
        Assert.StartsWith("Gracias", ((Say)spanish.Over(player.Effect<Say>())).Text);
        var question = ((Ask)spanish.Over(player.Effect<Ask>())).Question;
        Assert.Equal("¿Estás a salvo en este momento?", question.Text);
        Assert.Equal(question.Text, question.Fields[0].Label);
        Assert.Equal(["safe", "unsafe", "unsure"], question.Fields[0].Choices.Select(c => c.Id));
        Assert.Equal("No estoy seguro o segura", question.Fields[0].Choices[2].Label);
        Assert.StartsWith("He avisado", ((Invite)spanish.Over(player.Pick("safety", "unsafe").Effect<Invite>())).Text);
    }
}
