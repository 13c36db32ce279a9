namespace SupportBot.Understanding.Tests;

/// <summary>How the meaning of a phrase is told by what stands around it, on a small content of its own.</summary>
public class CrisisSignalsTests
{
    private static readonly CrisisSignals Signals = Read();

    [Theory]
    [InlineData("I want to leave forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("i need to leave this place forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("i wnat to leave forvever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("I want to leave forever tonight", CrisisGrade.Imminent, CrisisKind.Self)]
    [InlineData("I used to want to leave forever", CrisisGrade.Concern, CrisisKind.Self)]
    [InlineData("it is a song. I want to leave forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("a student said leave forever", CrisisGrade.High, CrisisKind.ThirdPerson)]
    [InlineData("my friend said \"I want to leave forever\"", CrisisGrade.High, CrisisKind.ThirdPerson)]
    [InlineData("I want to leave forever. I would not do it", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("I do not care anymore, I want to leave forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("i can not stop, i think leave forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("I do not wish leave forever tonight", CrisisGrade.Imminent, CrisisKind.Self)]
    [InlineData("I do not wish leave forever, maybe tomorrow", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("I do not wish leave forever, but I want to leave forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("no reason not wish leave forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("they will leave us forever", CrisisGrade.High, CrisisKind.Self)]
    [InlineData("he has the thingamajigs", CrisisGrade.High, CrisisKind.DangerToOthers)]
    [InlineData("he has the thing", CrisisGrade.High, CrisisKind.DangerToOthers)]
    [InlineData("it is not true that he has the thing", CrisisGrade.High, CrisisKind.DangerToOthers)]
    public void Is_heard(string text, CrisisGrade grade, CrisisKind kind)
    {
        var read = Signals.Read(text);
        Assert.Equal((grade, kind), (read.Grade, read.Kind));
        Assert.All(read.Why, w => Assert.Contains(w.Words, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what do we do if a student said leave forever")]
    [InlineData("she did not leave forever")]
    [InlineData("i want to leave not forever")]
    [InlineData("i need to leave this never ever forever")]
    [InlineData("I do not wish leave forever")]
    [InlineData("my friend asked if I wish leave forever and I said no")]
    [InlineData("I am sad but do not want to leave forever")]
    [InlineData("in the song they leave forever")]
    [InlineData("the song is called \"I want to leave forever\"")]
    [InlineData("what is the policy when they leave forever")]
    [InlineData("leave forever stamps here")]
    [InlineData("I want to. Leave that. Long text here forever")]
    [InlineData("")]
    [InlineData("🙂")]
    [InlineData("<script>alert(1)</script>")]
    public void Is_left_alone(string text) => Assert.Equal(CrisisReading.Nothing, Signals.Read(text));

    [Fact]
    public void A_saying_hides_its_own_words_and_nothing_around_them() =>
        Assert.Equal(CrisisGrade.High, Signals.Read("leave forever stamps here, I want to leave forever").Grade);

    [Fact]
    public void What_is_spread_over_three_messages_is_heard_in_the_last()
    {
        Assert.Equal(CrisisGrade.None, Signals.Read(["i want to", "leave"]).Grade);
        Assert.Equal(CrisisGrade.High, Signals.Read(["i want to", "leave", "forever"]).Grade);
        Assert.Equal(CrisisGrade.None, Signals.Read(["leave", "ok", "fine", "forever"]).Grade);
    }

    [Fact]
    public void It_is_found_in_the_middle_of_a_long_message()
    {
        var chatter = string.Concat(Enumerable.Repeat("and then we went to the gym and played. ", 400));
        Assert.Equal(CrisisGrade.High, Signals.Read(chatter + "I want to leave forever. " + chatter).Grade);
    }

    private static CrisisSignals Read()
    {
        const string file = """
            format: 2
            language: en
            owner: safeguarding-lead
            source: "made up"
            status: "district default"
            classes:
              want: [want to, need to, wish]
            context:
              self: [i, my]
              negation: [not, never]
              no-denial: ["not stop", "no reason not"]
              denial: ["not <want> leave ~ forever", "(asked|ask) if i <want> leave ~ forever ~ (said|say) no"]
              unless: ["forever tonight", "but ~ want", "maybe tomorrow"]
              turn: [but]
              saying: ["leave forever stamps"]
              fiction: [song]
              policy: [policy, "if a student"]
              somebody: ["my friend", "student said"]
              said: [said]
              past: ["used to"]
              now: [tonight]
            groups:
              - id: leave
                grade: high
                kind: self
                reason: "made up"
                patterns: ["i <want> leave ~ forever", "leave ?(us|this place) forever"]
                examples: ["I wish leave forever"]
                look-alikes: ["I leave the room"]
              - id: thing
                grade: high
                kind: danger-to-others
                denied: stays
                reason: "made up"
                patterns: ["has the thing*"]
                examples: ["she has the things"]
                look-alikes: ["no thing"]
            """;
        var read = SignalsReader.Read([new("signals/x.yaml", file)], withExamples: true);
        Assert.Empty(read.Faults);
        return read.Value!;
    }
}
