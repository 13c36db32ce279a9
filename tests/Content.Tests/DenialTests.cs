using SupportBot.Understanding;

namespace SupportBot.Content.Tests;

/// <summary>What is denied, what only sounds like danger, and what is said in other words; the sentences are made up for these tests and nothing was learnt from them.</summary>
public class DenialTests
{
    [Theory]
    [InlineData("I'm not suicidal, just sad")]
    [InlineData("im not going to kill myself dont worry")]
    [InlineData("my counselor asked if I want to die and I said no")]
    [InlineData("they keep asking if I'm suicidal. I'm not")]
    [InlineData("my brother isn't suicidal, he just lost his job")]
    [InlineData("no quiero morir, solo estoy cansado")]
    [InlineData("tranquila mamá, no me quiero matar, fue un mal día")]
    [InlineData("estoy triste por lo de mi novio pero no me quiero morir ni nada")]
    [InlineData("no estoy pensando en suicidarme, solo necesito hablar con alguien")]
    [InlineData("她不想死")]
    [InlineData("老师问我想不想死,我说不想")]
    [InlineData("я не хочу умирать, просто устал")]
    [InlineData("мне грустно, но умирать я не хочу")]
    [InlineData("mình không định tự tử đâu, đừng lo")]
    [InlineData("em buồn nhưng em không muốn chết")]
    [InlineData("iyadu ma rabto inay dhimato")]
    [InlineData("waan murugaysanahay laakiin ma rabo inaan dhinto")]
    public void A_denial_with_nothing_beside_it_is_a_concern_at_most(string text) => Assert.InRange(BuiltIn.Signals.Read(text).Grade, CrisisGrade.None, CrisisGrade.Concern);

    [Theory]
    [InlineData("I said I want to die but I'm not suicidal")]
    [InlineData("I'm not going to kill myself tonight, maybe tomorrow")]
    [InlineData("I don't want to kill myself but I can't stop thinking about it")]
    [InlineData("i dont want to die i just cant stop thinking about how id do it")]
    [InlineData("I don't want to die but that is a lie")]
    [InlineData("I have no reason not to kill myself")]
    [InlineData("dije que quiero morir pero no soy suicida")]
    [InlineData("no me voy a matar esta noche, a lo mejor mañana")]
    [InlineData("no quiero matarme pero no puedo dejar de pensarlo")]
    [InlineData("我说过我想死,但我不是要自杀")]
    [InlineData("我今晚不会自杀,也许明天吧")]
    [InlineData("я не хочу убивать себя, но не могу перестать об этом думать")]
    [InlineData("сегодня я не убью себя, может быть завтра")]
    [InlineData("mình không muốn tự tử nhưng không ngừng nghĩ về nó được")]
    [InlineData("caawa isma dilayo, berri laga yaabaa")]
    public void A_denial_lowers_nothing_that_is_stated_beside_it(string text) => Is(CrisisGrade.High, CrisisKind.Self, text);

    [Theory]
    [InlineData("my aunt hit a deer with her car last night and the bumper is gone")]
    [InlineData("we have to write about the assassination of Lincoln for social studies")]
    [InlineData("I keep dying when I jump off the bridge in the third level")]
    [InlineData("I drew a gun in art class for my comic and got an A")]
    [InlineData("is there room in SUN school after school care for my second grader")]
    [InlineData("first aid class: how do you help someone who is choking")]
    [InlineData("grandpa is going deer hunting and asked if I can miss school on Friday")]
    [InlineData("mi tía atropelló un venado con su carro anoche")]
    [InlineData("dibujé una pistola en la clase de arte para mi cómic")]
    [InlineData("un camión chocó con un poste y no hay luz en la escuela")]
    [InlineData("a qué hora termina SUN, voy a llegar diez minutos tarde")]
    [InlineData("游戏第三关我每次从桥上跳下去都会死")]
    [InlineData("急救课学了有人噎住怎么办")]
    [InlineData("我家狗被车撞了，医生说没事")]
    [InlineData("на рисовании я нарисовал пистолет")]
    [InlineData("нашу собаку сбила машина, врач говорит всё будет хорошо")]
    [InlineData("em cười muốn chết khi thầy hiệu trưởng té")]
    [InlineData("jilaagaygu toban jeer ayuu biyaha ku qarqay ciyaarta")]
    public void What_only_sounds_like_danger_is_left_alone(string text) => Assert.Equal(CrisisReading.Nothing, BuiltIn.Signals.Read(text));

    [Theory]
    [InlineData("kill all the Jews")]
    [InlineData("all Muslims should be shot")]
    [InlineData("time to wipe out the trans kids")]
    [InlineData("hay que matar a todos los judíos")]
    [InlineData("todos los inmigrantes merecen que los maten")]
    [InlineData("我要把学校里的同性恋全杀了")]
    [InlineData("移民都该死,应该全部枪毙")]
    [InlineData("надо убить всех евреев")]
    [InlineData("giết hết bọn Do Thái")]
    [InlineData("dila dhammaan Yuhuudda")]
    public void A_threat_against_a_group_of_people_is_danger_to_others(string text) => Is(CrisisGrade.High, CrisisKind.DangerToOthers, text);

    [Theory]
    [InlineData("no one will find me")]
    [InlineData("you won't find me in time")]
    [InlineData("by the time you read this I'll be gone")]
    [InlineData("nadie me va a encontrar")]
    [InlineData("para cuando lean esto ya no voy a estar")]
    [InlineData("等你们看到这条消息的时候我已经不在了")]
    [InlineData("вы не успеете меня найти")]
    [InlineData("sẽ không ai tìm thấy em đâu")]
    [InlineData("qofna ima heli doono")]
    public void Whoever_says_that_nobody_will_find_them_is_heard(string text) => Is(CrisisGrade.High, CrisisKind.Self, text);

    [Theory]
    [InlineData("I am drunk right now")]
    [InlineData("there's a guy who waits outside my work and knows my schedule")]
    [InlineData("estoy borracho ahorita")]
    [InlineData("mi ex aparece en todos lados y no me deja en paz")]
    [InlineData("em đang say rượu")]
    [InlineData("hadda waan sakhraansanahay")]
    public void What_somebody_should_look_at_today_is_no_emergency_and_no_chat(string text) => Assert.InRange(BuiltIn.Signals.Read(text).Grade, CrisisGrade.Concern, CrisisGrade.High);

    [Theory]
    [InlineData("someone is stalking me")]
    [InlineData("alguien me está acosando y me sigue a todas partes")]
    [InlineData("有人跟踪我")]
    [InlineData("меня кто-то преследует")]
    [InlineData("có người theo dõi em")]
    [InlineData("nin ayaa maalin walba iga daba yimaada boosteejada baska")]
    public void Whoever_is_followed_is_heard(string text) =>
        Assert.Contains(BuiltIn.Signals.Read(text).Why, w => w.Grade >= CrisisGrade.Concern && w.Kind is CrisisKind.DangerToOthers or CrisisKind.Abuse);

    [Theory]
    [InlineData("\u202efleѕym llik ot tnaw i")]
    [InlineData("ƙıll mysɛlf")]
    [InlineData("want\u0000to\u0000die")]
    [InlineData("k 1 l l  m y s e l f")]
    [InlineData("s u 1 c 1 d e")]
    [InlineData("ᴡᴀɴᴛ ᴛᴏ ᴅɪᴇ")]
    [InlineData("🅚🅘🅛🅛 🅜🅨🅢🅔🅛🅕")]
    [InlineData("\u202erirom oreiuq")]
    [InlineData("q u i e r o  m o r i r")]
    [InlineData("quiero\u0000morir")]
    [InlineData("х о ч у  у м е р е т ь")]
    [InlineData("\u202e死想我")]
    public void No_trick_of_letters_hides_it(string text) => Assert.True(BuiltIn.Signals.Read(text).Grade >= CrisisGrade.Concern, text);

    private static void Is(CrisisGrade least, CrisisKind kind, string text)
    {
        var read = BuiltIn.Signals.Read(text);
        Assert.True(read.Grade >= least && read.Why.Any(w => w.Kind == kind), $"{read.Grade} {read.Kind}: {text}");
    }
}
