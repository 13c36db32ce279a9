using System.Diagnostics;
using SupportBot.Understanding;

namespace SupportBot.Content.Tests;

/// <summary>The sentences here are made up for these tests.</summary>
public class SignalsTests
{
    /// <summary>Ten times the text at once may take this many times as long as ten pieces one after another; what grows with the square takes ten times.</summary>
    private const int Steepest = 4;

    [Theory]
    [InlineData("I want to die")]
    [InlineData("i wanna die lol")]
    [InlineData("I just really want to die")]
    [InlineData("sometimes I think about killing myself")]
    [InlineData("im gonna kms")]
    [InlineData("I've been cutting myself since October")]
    [InlineData("I don’t want to be here anymore")]
    [InlineData("everyone would be better off without me")]
    [InlineData("my friend said she wants to kill herself")]
    [InlineData("someone talked about suicide at lunch")]
    [InlineData("a boy in my class is cutting himself")]
    [InlineData("I already took all the pills")]
    [InlineData("I keep having suicidal thoughts at night")]
    [InlineData("ïf nothing changes Ï will end my lífe")]
    [InlineData("im thinking about sucide")]
    [InlineData("i w a n t  t o  d i e")]
    [InlineData("#wanttodie")]
    [InlineData("#iwanttokillmyself")]
    [InlineData("k1ll my$elf")]
    [InlineData("KIIIILLLL MYSEEEELF")]
    [InlineData("i want to unalive myself")]
    [InlineData("i hope i don't wake up tomorrow")]
    [InlineData("this homework is killing me and i want to die")]
    [InlineData("I cannot come to the training. I want to kill myself tonight")]
    [InlineData("sign me up for the trauma training, I want to kill myself")]
    [InlineData("i want to kill myself after the training")]
    [InlineData("we had a drill today and i am going to kill myself")]
    [InlineData("no puedo ir al taller, quiero matarme esta noche")]
    [InlineData("me quiero morir")]
    [InlineData("ya no quiero vivir así")]
    [InlineData("he pensado en suicidarme")]
    [InlineData("mi amiga se quiere matar")]
    [InlineData("a veces pienso en cortarme")]
    [InlineData("todos estarían mejor sin mi")]
    public void Hears_self_harm_said_outright(string text) => Hears("self-harm", SignalUrgency.Critical, text);

    [Theory]
    [InlineData("there is no reason to live")]
    [InlineData("I wish I could disappear")]
    public void What_a_phrase_leaves_open_its_words_together_may_say(string text) => Assert.Equal("self-harm", BuiltIn.Signals.Find(text)?.Kind);

    [Theory]
    [InlineData("I can't go on like this")]
    [InlineData("nobody would miss me")]
    [InlineData("he keeps giving away his stuff and crying")]
    [InlineData("i'm so tired of living")]
    [InlineData("i hate my life")]
    [InlineData("ya no aguanto")]
    [InlineData("odio mi vida y nadie me escucha")]
    public void Hears_self_harm_that_may_be_meant(string text) => Hears("self-harm", SignalUrgency.Urgent, text);

    [Theory]
    [InlineData("call 911 please")]
    [InlineData("he is bleeding and nobody came")]
    [InlineData("they're choking me help")]
    [InlineData("a kid passed out and won't wake up")]
    [InlineData("he said he is going to kill me after school, i mean they are going to kill me")]
    [InlineData("I'm hiding from them in the bathroom")]
    [InlineData("she wont let me leave the room")]
    [InlineData("me van a matar")]
    [InlineData("mi hermano no respira")]
    public void Hears_danger_at_this_moment(string text) => Hears("danger-now", SignalUrgency.Critical, text);

    [Theory]
    [InlineData("Jordan has a gun in his bag")]
    [InlineData("he says he will shoot up the school on friday")]
    [InlineData("there's a list, like a kill list")]
    [InlineData("she brought a knife to class")]
    [InlineData("he threatened to stab my friend")]
    [InlineData("someone wrote a bomb threat in the bathroom")]
    [InlineData("he told me he wants to kill everyone")]
    [InlineData("trajo una navaja a la escuela")]
    [InlineData("dijo que va a disparar mañana")]
    public void Hears_a_threat_with_a_weapon(string text) => Hears("weapon-threat", SignalUrgency.Critical, text);

    [Theory]
    [InlineData("my dad hits me when he drinks")]
    [InlineData("my stepdad touches me at night")]
    [InlineData("my coach touched me and i froze")]
    [InlineData("my uncle keeps touching me")]
    [InlineData("an older guy asked me for nudes")]
    [InlineData("mom beats me with a spoon")]
    [InlineData("my mom has been gone for 3 days and there is nothing to eat")]
    [InlineData("mi padrastro me pega")]
    [InlineData("un señor abusó de mí")]
    public void Hears_that_an_adult_hurts_a_child(string text) => Hears("abuse", SignalUrgency.Critical, text);

    [Theory]
    [InlineData("i don't feel safe at home", "abuse")]
    [InlineData("they keep threatening me", "danger-now")]
    [InlineData("they beat me up behind the gym", "danger-now")]
    [InlineData("there is no food at home this week", "abuse")]
    [InlineData("somebody talked about a gun", "weapon-threat")]
    [InlineData("un chico habló de un arma", "weapon-threat")]
    public void Hears_what_may_be_meant(string text, string kind) => Hears(kind, SignalUrgency.Urgent, text);

    [Theory]
    [InlineData("this homework is killing me")]
    [InlineData("my feet are killing me after practice")]
    [InlineData("the suspense is killing me")]
    [InlineData("these shoes are killing me")]
    [InlineData("I could die of embarrassment")]
    [InlineData("i'm going to die of boredom in here")]
    [InlineData("my phone is going to die")]
    [InlineData("those cookies are to die for")]
    [InlineData("we watched Suicide Squad")]
    [InlineData("it's suicide prevention week")]
    [InlineData("coach made us run suicides")]
    [InlineData("my little brother has a nerf gun")]
    [InlineData("we need a hot glue gun for art")]
    [InlineData("we were shooting hoops")]
    [InlineData("I saw a shooting star")]
    [InlineData("I bought a bath bomb")]
    [InlineData("let me take a stab at this problem")]
    [InlineData("that song touched me")]
    [InlineData("someone keeps pushing me in the hallway")]
    [InlineData("she tripped me in the hallway and everyone laughed")]
    [InlineData("my mom lost her job and we have no food at home")]
    [InlineData("no tenemos que comer esta semana")]
    [InlineData("they call me names on the bus")]
    [InlineData("he took my lunch money")]
    [InlineData("they wouldn't stop laughing at me")]
    [InlineData("she posted a picture of me without asking")]
    [InlineData("he said something racist about my mom")]
    [InlineData("I have a code from last week")]
    [InlineData("can I talk to a counselor")]
    [InlineData("is this anonymous?")]
    [InlineData("we cut paper in art and I cut the tape")]
    [InlineData("I died in the second level of the game")]
    [InlineData("my goldfish died")]
    [InlineData("my grandma passed away and I'm sad")]
    [InlineData("hello")]
    [InlineData("how do I live closer to school")]
    [InlineData("we have to kill time before the bus")]
    [InlineData("I got hurt at recess, I scraped my knee")]
    [InlineData("my dye job turned green")]
    [InlineData("my mom is going to kill me if I lose this jacket")]
    [InlineData("la tarea me está matando")]
    [InlineData("me voy a morir de risa")]
    [InlineData("me voy a morir de hambre")]
    [InlineData("compré una pistola de agua")]
    [InlineData("me empujan en el pasillo")]
    [InlineData("me tocó limpiar el salón")]
    [InlineData("quiero hablar con una persona")]
    [InlineData("")]
    [InlineData("🙂🙂")]
    public void Leaves_everyday_sentences_alone(string text) => Assert.Null(BuiltIn.Signals.Find(text));

    [Fact]
    public void An_idiom_hides_its_own_words_and_nothing_around_it()
    {
        Assert.Null(BuiltIn.Signals.Find("this homework is killing me"));
        Assert.Equal(new Signal("danger-now", SignalUrgency.Urgent), BuiltIn.Signals.Find("this homework is killing me and he is killing me"));
        Assert.Equal("weapon-threat", BuiltIn.Signals.Find("he has a nerf gun and a real gun")?.Kind);
    }

    [Fact]
    public void More_words_never_lower_what_was_heard()
    {
        foreach (var around in new[] { "lol just kidding {0} jk", "this homework is killing me {0}", "suicide squad {0} nerf gun", "{0} . my feet are killing me" })
            Assert.Equal(SignalUrgency.Critical, BuiltIn.Signals.Find(string.Format(System.Globalization.CultureInfo.InvariantCulture, around, "i want to die"))?.Urgency);
    }

    [Fact]
    public void Two_things_said_at_once_are_both_heard_and_self_harm_first()
    {
        var heard = BuiltIn.Signals.FindAll("he has a gun and I want to die");
        Assert.Equal(["self-harm", "weapon-threat"], heard.Select(s => s.Kind));
    }

    [Theory]
    [InlineData("i want​ to di‍e")]
    [InlineData("‮i want to die‬")]
    [InlineData("ｉ　ｗａｎｔ　ｔｏ　ｄｉｅ")]
    [InlineData("𝓲 𝔀𝓪𝓷𝓽 𝓽𝓸 𝓭𝓲𝓮")]
    [InlineData("i wаnt tо die")]
    public void Hears_through_letters_that_only_look_different(string text) => Hears("self-harm", SignalUrgency.Critical, text);

    [Theory]
    [InlineData("i want to kill ")]
    [InlineData("a ")]
    [InlineData("want to want to be dont want to be ")]
    [InlineData("\u0301\u0327")]
    [InlineData("i1!|$@")]
    [InlineData("🙂 die ")]
    public void A_megabyte_takes_about_as_long_as_ten_tenths_of_it(string piece)
    {
        // How long it takes is measured in a quiet place; that it grows with the length, and no faster, holds on every machine.
        var (tenths, whole) = (BestOf(piece, 100_000, 10, 8), BestOf(piece, 1_000_000, 1, 1));
        for (var again = 0; again < 20 && whole >= tenths * Steepest; again++)
            whole = TimeSpan.FromTicks(Math.Min(whole.Ticks, BestOf(piece, 1_000_000, 1, 1).Ticks));
        Assert.True(whole < tenths * Steepest, $"took {tenths.TotalMilliseconds:0.0} ms and {whole.TotalMilliseconds:0.0} ms");
    }

    // The first ones are slower until the code is compiled for good, and a busy machine spoils some.
    private static TimeSpan BestOf(string piece, int length, int inARow, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = SpentHere();
            for (var n = 0; n < inARow; n++) BuiltIn.Signals.Find(text);
            best = SpentHere() - start is var spent && spent < best ? spent : best;
        }

        return best;
    }

    // Time this thread has had a processor, where the system tells it: a busy machine does not make the code slow.
    private static TimeSpan SpentHere()
    {
        const string told = "/proc/thread-self/schedstat";
        return File.Exists(told) && File.ReadAllText(told).Split(' ') is [var nanoseconds, ..] && nanoseconds != "0"
            ? TimeSpan.FromTicks(long.Parse(nanoseconds, System.Globalization.CultureInfo.InvariantCulture) / 100)
            : Stopwatch.GetElapsedTime(0);
    }

    [Fact]
    public void In_a_very_long_text_danger_at_the_end_is_heard_and_nothing_is_looked_for_once_all_is_said()
    {
        var calm = string.Concat(Enumerable.Repeat("my bus was late again today and nobody was there. ", 3_000));
        Assert.Equal("self-harm", BuiltIn.Signals.Find(calm + "I want to kill myself tonight")?.Kind);

        const string all = "I want to kill myself tonight. He has a gun and will shoot everybody. My stepdad hits me. My friend took pills and is not breathing. ";
        var told = BuiltIn.Signals.FindAll(all);
        Assert.Equal(CrisisSignals.Kinds.Count, told.Count);
        var reading = BuiltIn.Signals.Read(all + calm + "I am going to jump off the bridge");
        Assert.Equal(told, BuiltIn.Signals.FindAll(all + calm));
        Assert.Equal((CrisisGrade.Imminent, CrisisKind.Self), (reading.Grade, reading.Kind));
        Assert.DoesNotContain(reading.Why, r => r.Words.Contains("jump", StringComparison.Ordinal));
    }

    private static void Hears(string kind, SignalUrgency urgency, string text) =>
        Assert.Equal(new Signal(kind, urgency), BuiltIn.Signals.Find(text));
}
