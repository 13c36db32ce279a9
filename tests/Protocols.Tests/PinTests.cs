using CsCheck;
using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>A version read from its pinned text is the same version, and a run read from its text is the same run.</summary>
public class PinTests
{
    public static TheoryData<string> Examples() => new("suicide-risk/1.yaml", "bullying-report/2.yaml");

    [Theory, MemberData(nameof(Examples))]
    public void The_pinned_text_has_the_same_hash_and_chart(string name)
    {
        var protocol = Samples.Example(name);
        var (pinned, faults) = ProtocolReader.ReadCanonical(protocol.CanonicalJson);
        Assert.Empty(faults);
        Assert.Equal((protocol.Hash, protocol.CanonicalJson), (pinned!.Hash, pinned.CanonicalJson));
        Assert.Equal(Yaml.CanonicalJson.Hash(protocol.CanonicalJson), protocol.Hash);
        Assert.Equal(FlowChart.Mermaid(protocol), FlowChart.Mermaid(pinned));
        Assert.Equal(TextKeys.Of(protocol), TextKeys.Of(pinned));
        Assert.Equal(ProtocolStatus.Retired, pinned.Status);
    }

    [Theory, MemberData(nameof(Examples))]
    public void A_run_goes_on_alike_on_the_pinned_text(string name)
    {
        var protocol = Samples.Example(name);
        var pinned = ProtocolReader.ReadCanonical(protocol.CanonicalJson).Protocol!;
        var (book, _) = Stories.Read("s", Samples.Examples()["protocols/" + name.Replace(".yaml", ".stories.yaml")]);
        var told = Stories.Run(pinned, book!, new Bookshelf(pinned));
        Assert.Empty(told.Faults);
        Assert.Equal(told.Arms, told.ArmsWalked);
    }

    [Fact]
    public void Comments_and_retiring_leave_the_hash_alone_and_any_word_changes_it()
    {
        var text = Samples.Examples()["protocols/suicide-risk/1.yaml"];
        var hash = Samples.SuicideRisk.Hash;
        Assert.Equal(hash, Samples.Read(text.Replace("status: draft", "status: retired").Replace("# frozen", "# really frozen").Replace("due: \"2027-08-20\"", "due: \"2028-08-20\"")).Hash);
        Assert.NotEqual(hash, Samples.Read(text.Replace("You are not in trouble.", "You are in no trouble.")).Hash);
        Assert.NotEqual(hash, Samples.Read(text.Replace("choices: { me: \"Me\", friend: \"Someone I know\" }", "choices: { friend: \"Someone I know\", me: \"Me\" }")).Hash);
    }

    [Fact]
    public void Who_approved_a_version_is_no_part_of_what_is_frozen_and_nobody_is_said_with_none()
    {
        var text = Samples.Text(Samples.Help);
        var approved = Samples.Read(text);
        Assert.Equal((new DateOnly(2026, 8, 20), "principal", true), (approved.ApprovedOn, approved.ApprovedBy, approved.IsApproved));
        var waiting = Samples.Read(text.Replace("approved: { on: \"2026-08-20\", by: principal }", "approved: none").Replace("last: \"2026-08-20\", due", "due"));
        Assert.Equal((null, null, false, null), (waiting.ApprovedOn, waiting.ApprovedBy, waiting.IsApproved, waiting.LastReview));
        Assert.Equal((approved.Hash, approved.CanonicalJson), (waiting.Hash, waiting.CanonicalJson));
        Assert.Contains(Samples.Faults(text.Replace("approved: { on: \"2026-08-20\", by: principal }", "approved: nobody")), f => f.Line == 7);
        Assert.Contains(Samples.Faults(text.Replace("approved: { on: \"2026-08-20\", by: principal }\n", "")), f => f.What == "approved is missing");
    }

    [Fact]
    public void A_pin_that_an_earlier_program_wrote_with_its_approval_keeps_its_hash()
    {
        var old = Samples.SuicideRisk.CanonicalJson.Insert(1, "\"approved\":{\"by\":\"principal\",\"on\":\"2026-08-20\"},");
        var (pinned, faults) = ProtocolReader.ReadCanonical(old);
        Assert.Empty(faults);
        Assert.Equal((Yaml.CanonicalJson.Hash(old), old), (pinned!.Hash, pinned.CanonicalJson));
    }

    [Fact]
    public void An_edit_of_a_version_that_was_active_is_refused_at_a_start_too_with_file_and_line()
    {
        var text = Samples.Text(Samples.Help, "status: active");
        Dictionary<string, string> Files(string yaml) => new() { ["protocols/small/1.yaml"] = yaml, ["protocols/lock.json"] = $"{{ \"small@1\": \"{Samples.Read(text).Hash}\" }}" };
        Assert.Empty(ContentCheck.Run(Files(text), Samples.References, CheckDepth.StartUp).Faults);
        Assert.Empty(ContentCheck.Run(Files(text.Replace("by: principal }", "by: safeguarding-lead }")), Samples.References, CheckDepth.StartUp).Faults);
        var fault = Assert.Single(ContentCheck.Run(Files(text.Replace("acknowledge: 1 hour", "acknowledge: 2 hours")), Samples.References, CheckDepth.StartUp).Faults);
        Assert.Equal((true, "small/1.yaml", 1, "small@1 was active and is frozen, but its content has changed"), (fault.IsError, fault.File, fault.Line, fault.What));
    }

    [Fact]
    public void A_pinned_text_that_was_tampered_with_is_a_fault() =>
        Assert.NotEmpty(ProtocolReader.ReadCanonical(Samples.SuicideRisk.CanonicalJson.Replace("\"ask\":", "\"aks\":")).Faults);

    [Fact]
    public void Any_answers_survive_being_written_and_read()
    {
        var words = Gen.String.Where(s => !s.Any(char.IsSurrogate));
        var answers = Gen.OneOf(
            Gen.String.AlphaNumeric.Select(s => (AnswerValue)new ChoiceAnswer(s)),
            Gen.String.AlphaNumeric.Array[0, 3].Select(s => (AnswerValue)new ChoicesAnswer(s)),
            words.Select(s => (AnswerValue)new TextAnswer(new PersonText(s))),
            words.Select(s => (AnswerValue)new PeopleAnswer(new PersonText(s))),
            Gen.Int[0, 4000].Select(d => (AnswerValue)new DateAnswer(new DateOnly(2020, 1, 1).AddDays(d), d % 3 == 0 ? null : (PartOfDay)(d % 7))),
            Gen.Int.Select(n => (AnswerValue)new NumberAnswer(n)),
            Gen.String.AlphaNumeric.Select(s => (AnswerValue)new SchoolAnswer(s)),
            Gen.String.AlphaNumeric.Array[0, 3].Select(s => (AnswerValue)new PicturesAnswer(s)),
            Gen.Const((AnswerValue)new Skipped()));
        var run = new Player(Samples.SuicideRisk).Run;
        answers.Array[0, 5].Sample(
            given =>
            {
                var frame = run.Top with { Given = [.. given.Select((a, i) => new GivenAnswer($"a{i}", "s", a, i, i % 2 == 0))] };
                var json = ProtocolRunJson.Write(run with { Frames = [frame] });
                return json == ProtocolRunJson.Write(ProtocolRunJson.Read(json));
            },
            iter: 200);
    }

    [Fact]
    public void Words_stand_in_the_runs_text_only_and_in_nothing_that_is_printed()
    {
        var run = new Player(Samples.Bullying).Write("what", "canary-7731").Run;
        Assert.Contains("canary-7731", ProtocolRunJson.Write(run));
        Assert.DoesNotContain("canary-7731", run.ToString());
        Assert.DoesNotContain("canary-7731", run.Answers["what"].ToString());
        Assert.DoesNotContain("canary-7731", run.Top.Given[0].ToString());
    }
}
