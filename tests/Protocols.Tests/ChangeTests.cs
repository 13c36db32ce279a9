namespace SupportBot.Protocols.Tests;

/// <summary>Going back and changing an answer.</summary>
public class ChangeTests
{
    private static readonly Protocol Report = Samples.Of("""
          - id: welcome
            say: "Welcome."
          - id: place
            ask: "Where?"
            answer: place
            choices: { hall: "Hall", online: "Online" }
            timeout: { after: 1 hour, go: over }
            next: [{ when: place = online, go: site }, { else: noted }]
          - id: site
            ask: "Which site?"
            answer: site
            choices: { chat: "Chat", game: "Game" }
            timeout: { after: 1 hour, go: over }
          - id: noted
            say: "Noted."
          - id: details
            form: card
            fields:
              when: { type: choice, label: "When?", required: true, choices: { past: "Past", present: "Now" } }
              often: { type: choice, label: "Often?", when: when = past, choices: { once: "Once", many: "Many times" } }
            timeout: { after: 1 hour, go: over }
          - id: check
            ask: "Send it?"
            answer: send
            review: true
            choices: { send: "Send", drop: "Do not send" }
            timeout: { after: 1 hour, go: over }
            next: [{ when: send = drop, go: over }, { else: help }]
          - id: help
            alert: counselor
            severity: standard
            card: new-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
          - id: later
            ask: "Better?"
            answer: later
            choices: { better: "Better", worse: "Worse" }
            timeout: { after: 1 hour, go: over }
          - id: over
            end: reported

        """);

    private static Player AtReview() => new Player(Report).Pick("place", "hall").Pick("when", "past").Pick("often", "once");

    [Fact]
    public void The_review_shows_every_answer_that_can_still_be_changed()
    {
        var question = AtReview().Question;
        Assert.True(question.IsReview);
        Assert.Equal(["place", "when", "often"], question.SoFar.Select(a => a.Field.Name));
        Assert.Equal(["send"], question.Fields.Select(f => f.Name));
    }

    [Fact]
    public void Back_opens_the_last_answer_and_shows_what_it_was()
    {
        var player = AtReview().Take(new StepBack());
        Assert.Equal(["often"], player.OpenFields);
        Assert.Equal(new ChoiceAnswer("once"), player.Question.Earlier["often"]);
        player.Take(new StepBack());
        Assert.Equal("when", player.OpenFields.First());
        player.Take(new StepBack());
        Assert.Equal(["place"], player.OpenFields);
        Assert.False(player.Question.CanGoBack);
        Assert.IsType<InputRefusal.NothingBefore>(player.RefusedFor(new StepBack()));
    }

    [Fact]
    public void Back_opens_a_card_filled_in_at_once_as_a_whole()
    {
        var player = new Player(Report).Pick("place", "hall");
        player.Take(new GiveAnswer(player.Token, new Dictionary<string, AnswerValue> { ["when"] = new ChoiceAnswer("past"), ["often"] = new Skipped() }));
        player.Take(new StepBack());
        Assert.Equal("details", player.Question.StepId);
        Assert.Equal(["place"], player.Run.Answers.Keys);
    }

    [Fact]
    public void After_going_back_the_walk_goes_on_from_there()
    {
        var player = AtReview().Take(new StepBack()).Pick("often", "many");
        Assert.True(player.Question.IsReview);
        Assert.Equal(new ChoiceAnswer("many"), player.Run.Answers["often"]);
    }

    [Fact]
    public void Changing_an_answer_opens_that_question_only_and_returns_to_the_review()
    {
        var player = AtReview().Take(new ChangeAnswer("when"));
        Assert.Equal(["when"], player.OpenFields);
        player.Pick("when", "present");
        Assert.True(player.Question.IsReview);
        Assert.Equal(["place", "when"], player.Run.Answers.Keys.Order());
        Assert.DoesNotContain("often", player.Question.SoFar.Select(a => a.Field.Name));
    }

    [Fact]
    public void Changing_an_early_answer_asks_only_what_is_new_on_the_other_way()
    {
        var player = AtReview().Take(new ChangeAnswer("place"));
        Assert.Equal(["place"], player.OpenFields);
        player.Pick("place", "online");
        Assert.Equal(["site"], player.OpenFields);
        player.Pick("site", "game");
        Assert.True(player.Question.IsReview);
        Assert.Equal(["place", "site", "when", "often"], player.Question.SoFar.Select(a => a.Field.Name));
    }

    [Fact]
    public void What_was_said_on_the_way_is_not_said_again_on_the_way_back()
    {
        var player = AtReview().Take(new ChangeAnswer("place")).Pick("place", "hall");
        Assert.Empty(player.Said);
        Assert.True(player.Question.IsReview);
    }

    [Fact]
    public void An_answer_no_longer_asked_is_forgotten()
    {
        var player = new Player(Report).Pick("place", "online").Pick("site", "chat").Pick("when", "present");
        player.Take(new ChangeAnswer("place")).Pick("place", "hall").Pick("send", "drop");
        Assert.DoesNotContain("site", player.Run.Answers.Keys);
    }

    [Fact]
    public void Nothing_that_was_sent_can_be_taken_back()
    {
        var player = AtReview().Pick("send", "send");
        Assert.Equal("later", player.Question.StepId);
        Assert.False(player.Question.CanGoBack);
        Assert.IsType<InputRefusal.AlreadySent>(player.RefusedFor(new StepBack()));
        Assert.IsType<InputRefusal.AlreadySent>(player.RefusedFor(new ChangeAnswer("place")));
        Assert.IsType<InputRefusal.NoSuchAnswer>(player.RefusedFor(new ChangeAnswer("moon")));
    }

    [Fact]
    public void The_card_of_a_question_left_behind_is_closed()
    {
        var player = AtReview();
        var old = player.Token;
        player.Take(new StepBack());
        Assert.IsType<InputRefusal.QuestionClosed>(player.RefusedFor(GiveAnswer.To(old, "send", new ChoiceAnswer("send"))));
    }
}
