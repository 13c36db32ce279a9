using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>Protocols that only count.</summary>
public class SurveyTests
{
    private const string Steps = """
          - id: hello
            say: "We keep no name."
            resource: crisis-lines
          - id: belong
            ask: "Do you feel that you belong here?"
            answer: belong
            choices: { often: "Often", seldom: "Seldom" }
            timeout: { after: 10 minutes, go: over }
          - id: where
            form: where
            text: "One more."
            fields:
              school: { type: school, label: "Which school?" }
              helps: { type: choices, label: "What helps?", choices: { friends: "Friends", adults: "Adults", rest: "Rest" } }
            timeout: { after: 10 minutes, go: over }
          - id: over
            end: counted

        """;

    private static Protocol Survey(string steps = Steps) => Samples.Read(Samples.Text(steps, "fallback: over").Replace("language: en\n", "language: en\nsurvey: true\n"));

    private static Sprint Answered(Protocol survey, params (string Field, AnswerValue Value)[] answers)
    {
        var library = new Bookshelf([survey]);
        var sprint = ProtocolEngine.Start(survey, new RunStart("r1", Samples.Today), library);
        foreach (var (field, value) in answers)
            sprint = ProtocolEngine.Resume(sprint.Run, GiveAnswer.To(sprint.Run.Token!, field, value), library);
        return sprint;
    }

    [Fact]
    public void At_its_end_a_survey_counts_each_choice_and_nothing_else()
    {
        var end = Answered(Survey(), ("belong", new ChoiceAnswer("often")), ("school", new SchoolAnswer("north")), ("helps", new ChoicesAnswer(["friends", "rest"])));
        var tally = Assert.Single(end.Effects.OfType<Tally>());
        Assert.Equal("north", tally.SchoolId);
        Assert.Equal([("belong", "often"), ("helps", "friends"), ("helps", "rest")], tally.Marks);
        Assert.IsType<Finish>(end.Effects[^1]);
    }

    [Fact]
    public void Whoever_skips_everything_is_not_counted()
    {
        var library = new Bookshelf([Survey()]);
        var sprint = ProtocolEngine.Start(Survey(), new RunStart("r1", Samples.Today), library);
        var end = ProtocolEngine.Resume(sprint.Run, new Silence(sprint.Run.Token!), library);
        Assert.Empty(end.Effects.OfType<Tally>());
        Assert.Contains(end.Effects, e => e is Finish);
    }

    [Fact]
    public void A_protocol_that_is_no_survey_counts_nothing() =>
        Assert.Empty(Answered(Samples.Read(Samples.Text(Steps.Replace("over", "done") + Samples.Help)), ("belong", new ChoiceAnswer("often")), ("school", new SchoolAnswer("north")), ("helps", new ChoicesAnswer(["rest"]))).Effects.OfType<Tally>());

    [Fact]
    public void A_sound_survey_needs_no_person_at_its_fallback() => Assert.Empty(ProtocolChecks.Check(Survey(), Samples.References));

    [Theory]
    [InlineData("  - id: tell\n    alert: counselor\n    severity: standard\n    card: new-case\n    acknowledge: 1 hour\n    escalate: [{ to: principal }]\n", "a survey has no alert")]
    [InlineData("  - id: words\n    form: words\n    fields:\n      more: { type: text, label: \"More?\" }\n    timeout: { after: 1 hour, go: over }\n", "more is none")]
    [InlineData("  - id: names\n    form: names\n    fields:\n      who: { type: people, label: \"Who?\" }\n    timeout: { after: 1 hour, go: over }\n", "who is none")]
    public void What_could_tell_of_a_person_is_refused(string step, string what)
    {
        var faults = ProtocolChecks.Check(Survey(Steps.Replace("  - id: over\n", step + "  - id: over\n")), Samples.References);
        Assert.Contains(faults, f => f.What.Contains(what, StringComparison.Ordinal));
    }

    private static IEnumerable<SurveyCount> Counts(string school, long often, long seldom) => [new(school, "belong", "often", often), new(school, "belong", "seldom", seldom)];

    private static QuestionShares Belong(IEnumerable<SurveyCount> counts, string? school) =>
        SurveyResults.Of(Survey(), [.. counts], ["north", "south"], withDistrict: true).Single(g => g.SchoolId == school).Questions.Single(q => q.Name == "belong");

    [Fact]
    public void Nothing_of_a_group_under_ten_is_shown()
    {
        Assert.Null(Belong(Counts("north", 8, 1), "north").Shares);
        Assert.Equal([80, 20], Belong(Counts("north", 8, 2), "north").Shares!.Select(s => s.Share));
    }

    [Fact]
    public void No_sum_gives_a_hidden_school_away()
    {
        // South has three answers. Shown together with north, the district less north would be south.
        Assert.Equal(Belong(Counts("north", 20, 20), null).Shares, Belong([.. Counts("north", 20, 20), .. Counts("south", 0, 3)], null).Shares);
        // Two hidden schools of nine each are not told apart.
        Assert.NotEqual(Belong(Counts("north", 20, 20), null).Shares, Belong([.. Counts("north", 20, 20), .. Counts("south", 0, 9), .. Counts("east", 0, 9)], null).Shares);
    }

    [Fact]
    public void Shares_are_rounded_so_that_one_answer_more_does_not_show()
    {
        Assert.Equal([50, 50], Belong(Counts("north", 51, 50), "north").Shares!.Select(s => s.Share));
        Assert.Equal([100, 0], Belong(Counts("north", 60, 1), "north").Shares!.Select(s => s.Share));
    }
}
