using System.Text.Json.Nodes;
using AdaptiveCards;
using SupportBot.Protocols;

namespace SupportBot.Cards.Tests;

public class AskCardTests
{
    private static T Sample<T>(string name) => (T)CardSamples.Input(name);

    private static JsonNode Data(AdaptiveAction action) => JsonNode.Parse(((AdaptiveExecuteAction)action).DataJson)!;

    private static T Input<T>(AdaptiveCard card, string id) where T : AdaptiveInput => card.Body.OfType<T>().Single(i => i.Id == id);

    private static string Words(AdaptiveCard card) => string.Join('\n', Planted.Strings(JsonNode.Parse(card.ToJson())).Where(s => s.InRun).Select(s => s.Value));

    [Fact]
    public void Few_short_choices_are_a_button_each()
    {
        var actions = CardSamples.ActionsOf(ProtocolQuestionCard.Of(Sample<QuestionShown>("question-buttons")));
        Assert.Equal(["Yes", "No", "I am not sure", "Go back", "Stop"], actions.Select(a => a.Title));
        Assert.Equal("safe", (string?)Data(actions[0])["c"]);
        Assert.Equal("back", (string?)Data(actions[3])["go"]);
        Assert.All(actions, a => Assert.StartsWith("eyJ", (string?)Data(a)["token"]));
    }

    [Fact]
    public void A_choice_with_data_of_its_own_brings_back_that()
    {
        var shown = Sample<QuestionShown>("question-buttons") with { Choices = [new("safe", "Yes", new Dictionary<string, string> { ["go"] = "on" })] };
        var data = Data(CardSamples.ActionsOf(ProtocolQuestionCard.Of(shown))[0]);
        Assert.Equal("on", (string?)data["go"]);
        Assert.Null(data["c"]);
    }

    [Theory]
    [InlineData(5, "short", false)]
    [InlineData(2, "a label that hosts would cut off in the middle of a word", false)]
    [InlineData(2, "short", true)]
    public void Many_or_long_choices_and_several_at_once_are_a_list_with_one_button(int count, string label, bool several)
    {
        var shown = Sample<QuestionShown>("question-list") with { Choices = [.. Enumerable.Range(0, count).Select(n => new CardChoice($"c{n}", label))], Several = several };
        var card = ProtocolQuestionCard.Of(shown);
        var list = Input<AdaptiveChoiceSetInput>(card, "f.answer");
        Assert.Equal(count, list.Choices.Count);
        Assert.Equal(several, list.IsMultiSelect);
        Assert.Equal(["Send", "Go back", "Stop"], CardSamples.ActionsOf(card).Select(a => a.Title));
    }

    [Fact]
    public void Going_back_needs_no_filled_input()
    {
        var actions = CardSamples.ActionsOf(ProtocolFormCard.Of(Sample<FormShown>("form"))).Cast<AdaptiveExecuteAction>().ToList();
        Assert.Equal([AdaptiveAssociatedInputs.Auto, AdaptiveAssociatedInputs.None, AdaptiveAssociatedInputs.None], actions.Select(a => a.AssociatedInputs));
    }

    [Fact]
    public void Every_kind_of_field_has_its_input_with_what_was_answered_before()
    {
        var card = ProtocolFormCard.Of(Sample<FormShown>("form"));
        var story = Input<AdaptiveTextInput>(card, "f.story");
        Assert.Equal((true, 4000, "They took his bag again", true), (story.IsMultiline, story.MaxLength, story.Value, story.IsRequired));
        Assert.Equal("I need this one to go on.", story.ErrorMessage);
        Assert.Equal("What happened? In your own words.", story.Label);
        Assert.False(Input<AdaptiveTextInput>(card, "f.named").IsMultiline);
        Assert.Equal((AdaptiveChoiceInputStyle.Compact, "p2"), (Input<AdaptiveChoiceSetInput>(card, "f.place").Style, Input<AdaptiveChoiceSetInput>(card, "f.place").Value));
        Assert.Equal(AdaptiveChoiceInputStyle.Expanded, Input<AdaptiveChoiceSetInput>(card, "f.again").Style);
        Assert.Equal((true, "hit,words"), (Input<AdaptiveChoiceSetInput>(card, "f.kinds").IsMultiSelect, Input<AdaptiveChoiceSetInput>(card, "f.kinds").Value));
        Assert.Equal(("2026-11-20", "2026-11-23"), (Input<AdaptiveDateInput>(card, "f.day").Value, Input<AdaptiveDateInput>(card, "f.day").Max));
        Assert.Equal(90, Input<AdaptiveChoiceSetInput>(card, "f.school").Choices.Count);
        var times = Input<AdaptiveNumberInput>(card, "f.times");
        Assert.Equal((3, 1, 99), (times.Value, times.Min, times.Max));
        Assert.DoesNotContain(card.Body, e => e is AdaptiveInput { Id: "f.pictures" });
        Assert.Contains("Pictures cannot be added here", Words(card));
    }

    [Fact]
    public void A_choice_that_is_no_longer_offered_does_not_come_back()
    {
        var form = Sample<FormShown>("form");
        var card = ProtocolFormCard.Of(form with { Inputs = [form.Inputs[2] with { Value = "gone" }] });
        Assert.Null(Input<AdaptiveChoiceSetInput>(card, "f.place").Value);
    }

    /// <summary>Half of what somebody wrote must never be sent as all of it.</summary>
    [Fact]
    public void An_earlier_answer_without_room_is_left_out_whole_and_named()
    {
        var form = Sample<FormShown>("form");
        var card = ProtocolFormCard.Of(form with { Inputs = [form.Inputs[0] with { Value = new string('a', 40_000) }, form.Inputs[1] with { Value = "Bo" }] });
        var story = Input<AdaptiveTextInput>(card, "f.story");
        Assert.Null(story.Value);
        Assert.False(story.IsRequired);
        Assert.Equal("Bo", Input<AdaptiveTextInput>(card, "f.named").Value);
        Assert.Equal("story", (string?)Data(CardSamples.ActionsOf(card)[0])["kept"]);
        Assert.Contains("What you wrote before is kept.", Words(card));
        Assert.Null(Data(CardSamples.ActionsOf(ProtocolFormCard.Of(form))[0])["kept"]);
    }

    [Fact]
    public void A_list_of_schools_beyond_reason_is_typed_instead()
    {
        var form = Sample<FormShown>("form");
        var schools = Enumerable.Range(0, 251).Select(n => new Choice($"s{n}", $"School {n}")).ToList();
        Assert.Equal(200, Input<AdaptiveTextInput>(ProtocolFormCard.Of(form with { Inputs = [form.Inputs[6] with { Options = schools }] }), "f.school").MaxLength);
        Assert.Equal(250, Input<AdaptiveChoiceSetInput>(ProtocolFormCard.Of(form with { Inputs = [form.Inputs[6] with { Options = [.. schools.Skip(1)] }] }), "f.school").Choices.Count);
    }

    [Fact]
    public void A_step_is_done_or_not_possible_for_a_reason_or_handed_over()
    {
        var actions = CardSamples.ActionsOf(StaffStepCard.Of(Sample<StaffStep>("step"), ContentWords.English));
        Assert.Equal(DoStep.Done, (string?)Data(actions[0])["c"]);
        Assert.Equal(DoStep.HandedOver, (string?)Data(actions[2])["c"]);
        var whyNot = Assert.IsType<AdaptiveShowCardAction>(actions[1]).Card;
        Assert.True(Input<AdaptiveTextInput>(whyNot, "f.reason").IsRequired);
        Assert.Equal(DoStep.NotPossible, (string?)Data(whyNot.Actions[0])["c"]);
        Assert.Equal(AdaptiveAssociatedInputs.Auto, ((AdaptiveExecuteAction)whyNot.Actions[0]).AssociatedInputs);
    }

    [Theory]
    [InlineData("step", "due in 25 minutes", null)]
    [InlineData("step-second", "overdue by 10 minutes", "A second one must confirm")]
    [InlineData("step-two", null, "Two different people")]
    public void A_step_says_when_it_is_due_and_who_must_confirm(string sample, string? due, string? confirm)
    {
        var json = StaffStepCard.Of(Sample<StaffStep>(sample), ContentWords.English).ToJson();
        Assert.Equal(due is not null, json.Contains("Due ", StringComparison.Ordinal));
        Assert.Contains(due ?? "", json);
        Assert.Contains(confirm ?? "", json);
        Assert.Equal(confirm is not null, json.Contains("A second", StringComparison.Ordinal) || json.Contains("Two different", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_breaks_of_an_answer_are_kept()
    {
        var runs = Planted.Strings(JsonNode.Parse(SummaryCard.Of(Sample<Summary>("summary")).ToJson())).Where(s => s.InRun).Select(s => s.Value);
        Assert.Equal(["They took his bag again.", "He cried.", "Nobody said anything."], runs.Skip(1).Take(3));
    }

    [Fact]
    public void Thirty_long_answers_are_cut_alike_and_the_card_says_that_all_is_kept()
    {
        var summary = Sample<Summary>("summary") with { Lines = [.. Enumerable.Range(0, 30).Select(n => new SummaryLine($"Question {n}?", string.Concat(Enumerable.Repeat("word ", 800))))] };
        var words = Words(SummaryCard.Of(summary));
        Assert.Contains("Question 29?", words);
        Assert.Equal(30, words.Split('\n').Count(l => l.StartsWith("word", StringComparison.Ordinal) && l.EndsWith('…')));
        Assert.Contains("All of it is kept.", words);
        Assert.DoesNotContain("All of it is kept.", Words(SummaryCard.Of(Sample<Summary>("summary"))));
    }

    [Fact]
    public void Content_shows_its_bold_words_and_no_stars()
    {
        var welcome = WelcomeCard.Of(Sample<Welcome>("welcome"));
        Assert.Contains(welcome.Body.OfType<AdaptiveRichTextBlock>().SelectMany(b => b.Inlines).Cast<AdaptiveTextRun>(), r => r is { Text: "not", Weight: AdaptiveTextWeight.Bolder });
        Assert.DoesNotContain("**", Words(welcome));
    }

    [Fact]
    public void Stars_that_a_person_typed_stay() =>
        Assert.Contains("**so** mean", Words(SummaryCard.Of(Sample<Summary>("summary") with { Lines = [new("What?", "**so** mean")] })));

    [Fact]
    public void A_closed_question_has_nothing_to_press() =>
        Assert.Empty(CardSamples.ActionsOf(ClosedQuestionCard.Of(Sample<ClosedQuestion>("closed-question"))));

    [Fact]
    public void Seven_actions_are_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => HelpCard.Of(Sample<Help>("help") with { Buttons = [.. Enumerable.Repeat(new CardButton("a", new Dictionary<string, string>()), 7)] }));

    [Fact]
    public void A_case_in_detail_shows_ten_tasks_and_says_how_many_more()
    {
        var json = CaseDetailCard.Of(Sample<CaseDetail>("case-detail-many"), ContentWords.English).ToJson();
        Assert.Contains("and 4 more", json);
        Assert.DoesNotContain("Acknowledge", json);
        Assert.Contains("case.acknowledge", CaseDetailCard.Of(Sample<CaseDetail>("case-detail"), ContentWords.English).ToJson());
    }

    [Fact]
    public void A_raised_ladder_can_still_be_acknowledged_and_a_waiting_person_joined()
    {
        Assert.Equal("case.acknowledge", ((AdaptiveExecuteAction)LadderRaisedCard.Of(Sample<LadderRaised>("ladder-raised"), ContentWords.English).Actions[0]).Verb);
        Assert.Throws<ArgumentOutOfRangeException>(() => LadderRaisedCard.Of(Sample<LadderRaised>("ladder-raised") with { TimesTold = 1 }, ContentWords.English));
        Assert.Equal("case.join", ((AdaptiveExecuteAction)WaitingPersonCard.Of(Sample<WaitingPerson>("waiting-person"), ContentWords.English).Actions[0]).Verb);
        Assert.Equal(["Case", "SchoolName", "Since", "Now"], typeof(WaitingPerson).GetProperties().Select(p => p.Name));
    }
}
