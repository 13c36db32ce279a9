using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>Taking answers: some at a time or all at once, each held to its field.</summary>
public class AnswerTests
{
    private static readonly Protocol Form = Samples.Of("""
          - id: f
            form: card
            text: "Please tell."
            fields:
              what: { type: text, label: "What?", required: true, max: 5 }
              place: { type: choice, label: "Where?", choices: { hall: "Hall", online: "Online" } }
              site: { type: text, label: "Which site?", when: place = online }
              kinds: { type: choices, label: "Which?", at-most: 2, choices: { a: "A", b: "B", c: "C" } }
              day: { type: date, label: "When?", not-after: today }
              school: { type: school, label: "School?", required: true }
              who: { type: people, label: "Who?", max: 5 }
              shots: { type: pictures, label: "Pictures?", at-most: 1 }
              age: { type: number, label: "Age?", min: 4, max: 20 }
            timeout: { after: 1 hour, go: help }

        """ + Samples.Help);

    private static TextAnswer Text(string words) => new(new PersonText(words));

    [Fact]
    public void A_form_answered_field_by_field_stays_under_one_token()
    {
        var player = new Player(Form);
        Assert.Equal(["what", "place", "kinds", "day", "school", "who", "shots", "age"], player.OpenFields);
        Assert.False(player.Question.IsContinued);
        player.Write("what", "Hello").Pick("place", "online");
        Assert.Equal("t1", player.Token);
        Assert.True(player.Question.IsContinued);
        Assert.Equal("site", player.Effect<Ask>().Question.Fields[0].Name);
        Assert.Equal("t1", player.Effect<StartTimer>().Token);
    }

    [Fact]
    public void A_form_answered_at_once_goes_on_and_leaves_out_what_does_not_apply()
    {
        var player = new Player(Form);
        player.Take(new GiveAnswer(player.Token, new Dictionary<string, AnswerValue>
        {
            ["what"] = Text("Hello"), ["place"] = new ChoiceAnswer("hall"), ["site"] = Text("site"), ["kinds"] = new ChoicesAnswer(["a", "c"]), ["day"] = new Skipped(),
            ["school"] = new SchoolAnswer("s1"), ["who"] = new Skipped(), ["shots"] = new PicturesAnswer(["p1"]), ["age"] = new NumberAnswer(12),
        }));
        Assert.Equal("reported", player.Run.Outcome);
        Assert.DoesNotContain("site", player.Run.Answers.Keys);
    }

    public static TheoryData<string, AnswerValue, AnswerFault> Bad() => new()
    {
        { "what", new Skipped(), AnswerFault.Required },
        { "what", Text("  "), AnswerFault.Required },
        { "what", Text("123456"), AnswerFault.TooLong },
        { "what", new NumberAnswer(3), AnswerFault.WrongKind },
        { "place", new ChoiceAnswer("moon"), AnswerFault.NotAChoice },
        { "kinds", new ChoicesAnswer(["a", "b", "c"]), AnswerFault.TooMany },
        { "kinds", new ChoicesAnswer(["a", "moon"]), AnswerFault.NotAChoice },
        { "day", new DateAnswer(Samples.Today.AddDays(1)), AnswerFault.InTheFuture },
        { "school", new Skipped(), AnswerFault.Required },
        { "who", new PeopleAnswer(new PersonText("123456")), AnswerFault.TooLong },
        { "shots", new PicturesAnswer(["a", "b"]), AnswerFault.TooMany },
        { "age", new NumberAnswer(3), AnswerFault.TooSmall },
        { "age", new NumberAnswer(21), AnswerFault.TooLarge },
        { "moon", new NumberAnswer(1), AnswerFault.NotAsked },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_value_that_does_not_fit_is_refused_and_changes_nothing(string field, AnswerValue value, AnswerFault reason) =>
        Assert.Equal(new InputRefusal.NotUnderstood(field, reason), new Player(Form) is var player ? player.RefusedFor(GiveAnswer.To(player.Token, field, value)) : null);

    [Fact]
    public void One_bad_value_keeps_all_of_a_card_out()
    {
        var player = new Player(Form);
        player.RefusedFor(new GiveAnswer(player.Token, new Dictionary<string, AnswerValue> { ["what"] = Text("Hello"), ["place"] = new ChoiceAnswer("moon") }));
        Assert.Empty(player.Run.Answers);
    }

    [Fact]
    public void Blank_words_in_a_field_that_may_be_skipped_are_a_skip() =>
        Assert.IsType<Skipped>(new Player(Form).Give("who", new PeopleAnswer(new PersonText(" "))).Run.Answers["who"]);

    [Fact]
    public void The_same_field_twice_is_a_closed_question()
    {
        var player = new Player(Form).Write("what", "Hello");
        Assert.IsType<InputRefusal.QuestionClosed>(player.RefusedFor(GiveAnswer.To(player.Token, "what", Text("again"))));
    }

    [Fact]
    public void Today_may_have_moved_on_since_the_run_began() =>
        Assert.Null(new Player(Form) is var player ? player.Take(GiveAnswer.To(player.Token, "day", new DateAnswer(Samples.Today.AddDays(2))) with { Today = Samples.Today.AddDays(2) }).Last.Refused : null);

    [Fact]
    public void What_is_known_beforehand_is_not_asked()
    {
        var player = new Player(Form, new Bookshelf(Form), new Dictionary<string, AnswerValue> { ["school"] = new SchoolAnswer("s1"), ["what"] = Text("Hello") });
        Assert.DoesNotContain("school", player.OpenFields);
        Assert.Equal("place", player.OpenFields.First());
        Assert.IsType<InputRefusal.NothingBefore>(player.RefusedFor(new StepBack()));
    }
}
