using SupportBot.Protocols;

namespace SupportBot.Cards.Tests;

/// <summary>Inputs for the cards that ask a person something, and for those around them; one set in English, one in Arabic.</summary>
internal static class AskSamples
{
    private const string Seal = "eyJzdGVwIjoid2hhdC1oYXBwZW5lZCJ9.c2lnbmF0dXJl";

    private static readonly DateTimeOffset Now = CardSamples.Now;
    private static readonly CardAsk Ask = new("en", new Dictionary<string, string> { ["token"] = Seal });
    private static readonly CardAsk Arabic = new("ar", new Dictionary<string, string> { ["token"] = Seal });
    private static readonly CardButton[] Ways = [new("Go back", To("back")), new("Stop", To("stop"))];
    private static readonly CardButton[] ArabicWays = [new("رجوع", To("back")), new("توقف", To("stop"))];
    private static readonly Choice[] Schools = [.. Enumerable.Range(1, 90).Select(n => new Choice($"school-{n}", $"{(n % 2 == 0 ? "Birch" : "Cedar")} School {n}"))];

    public static readonly (string Name, object Input)[] All =
    [
        ("question-buttons", new QuestionShown(Ask, "Is the student safe right now?", "If you are not sure, say so.", "I ask you a few things about what you saw. **You can stop at any time.**", [new("safe", "Yes"), new("unsafe", "No"), new("unsure", "I am not sure")], false, Ways, "Send")),
        ("question-list", new QuestionShown(Ask, "Where did it happen?", null, null, [.. Places.Select((p, n) => new CardChoice($"p{n}", p))], false, Ways, "Send") { RequiredError = "Please pick one.", ChooseHint = "Pick a place" }),
        ("question-several", new QuestionShown(Ask, "What was done?", "Pick all that fit.", null, [new("hit", "Hit or pushed"), new("words", "Names or threats"), new("online", "Something online")], true, Ways, "Send")),
        ("question-arabic", new QuestionShown(Arabic, "هل الطالب في أمان الآن؟", "إذا لم تكن متأكدًا فقل ذلك.", "سأسألك بعض الأسئلة.", [new("safe", "نعم"), new("unsafe", "لا"), new("unsure", "لست متأكدًا")], false, ArabicWays, "إرسال")),
        ("form", new FormShown(Ask, "What happened", "Write what you saw or heard. Leave out what you do not know.",
        [
            new(Of("story", FieldType.Text, "What happened?", true) with { Max = 4000, Help = "In your own words." }, [], "They took his bag again", "I need this one to go on."),
            new(Of("named", FieldType.People, "Who was there?"), [], null, "Please say who."),
            new(Of("place", FieldType.Choice, "Where?", true), [.. Places.Select((p, n) => new Choice($"p{n}", p))], "p2", "Please pick one."),
            new(Of("again", FieldType.Choice, "Has it happened before?"), [new("yes", "Yes"), new("no", "No")], null, "Please pick one."),
            new(Of("kinds", FieldType.Choices, "What was done?"), [new("hit", "Hit or pushed"), new("words", "Names or threats")], "hit,words", "Please pick one."),
            new(Of("day", FieldType.Date, "Which day?") with { NotAfterToday = true }, [], "2026-11-20 morning", "That day is still to come."),
            new(Of("school", FieldType.School, "Which school?", true), Schools, null, "Please pick a school."),
            new(Of("times", FieldType.Number, "How many times?") with { Min = 1, Max = 99 }, [], "3", "A number from 1 to 99."),
            new(Of("pictures", FieldType.Pictures, "Pictures"), [], null, "Please add one."),
        ], "Send", Ways) { Today = new(2026, 11, 23), PicturesNote = "Pictures cannot be added here. A counselor will ask for them.", ChooseHint = "Pick one", KeptNote = "What you wrote before is kept." }),
        ("form-arabic", new FormShown(Arabic, "ماذا حدث", "اكتب ما رأيته.",
        [
            new(Of("story", FieldType.Text, "ماذا حدث؟", true), [], null, "أحتاج هذا للمتابعة."),
            new(Of("again", FieldType.Choice, "هل حدث من قبل؟"), [new("yes", "نعم"), new("no", "لا")], "no", "اختر واحدًا."),
            new(Of("school", FieldType.School, "أي مدرسة؟"), Schools, null, "اختر مدرسة."),
        ], "إرسال", ArabicWays) { ChooseHint = "اختر" }),
        ("step", new StaffStep(Ask, "Stay with the student until an adult of the family, or a responder, is there.", "Counselor", Now.AddMinutes(25), Now, false, false)),
        ("step-second", new StaffStep(Ask, "Lock away what the student could use to hurt themselves.", "Assistant principal", Now.AddMinutes(-10), Now, true, true)),
        ("step-two", new StaffStep(Ask, "Write down the safety plan.", "Counselor", null, Now, true, false)),
        ("summary", new Summary(Ask, "Is this right?", [new("What happened?", "They took his bag again.\nHe cried.\n\nNobody said anything."), new("Where?", "On the bus"), new("Which school?", "Birch Middle School")], "Questions you skipped: 2. That is fine.", [new("send", "Send it"), new("change", "Change something")], Ways) { CutNote = "All of it is kept." }),
        ("summary-list", new Summary(Ask, "Is this right?", [new("Where?", "On the bus")], null, [new("send", "Send it"), new("a", "Change: what happened"), new("b", "Change: where"), new("d", "Change: which day"), new("e", "Change: which school")], Ways) { SendTitle = "Go on", ChoicesLabel = "What would you like to do?" }),
        ("welcome", new Welcome("en", "Hi, I am a computer program", ["I lead staff through what to do, and show who can help.", "In Teams what you say is confidential, **not** anonymous."], [new("Report bullying", To("report")), new("Find help now", To("help"))], new Uri("https://support.example.org/chat"), "Chat without a name")),
        ("help", new Help("en", "Help", CardSamples.Numbers, ["You can type **back**, **stop** or **person** at any time."], [new("Talk to a person", To("person"))]) { Words = HelpWords.Of(ContentWords.English) }),
        ("help-arabic", new Help("ar", "المساعدة", [new("خط 988", "لمن يمر بوقت صعب", "988", null, null, "988", null, "24 ساعة", null, true)], ["يمكنك أن تكتب في أي وقت."], [new("أريد شخصًا", To("person"))]) { Words = new() { Call = "اتصل", Text = "أرسل", TextTo = "{0} إلى {1}", Chat = "دردشة", Online = "على الإنترنت", Open = "متاح", Cost = "التكلفة", Free = "مجانًا", Unconfirmed = "لم يتحقق أحد من هذا الرقم." } }),
        ("resources", new ResourceList("People who listen", CardSamples.Numbers)),
        ("closed-question", new ClosedQuestion("en", "Answered", "Is the student safe right now?", "You can go on with the newest card.")),
    ];

    private static string[] Places => ["In class", "In the hallway", "On the bus", "In the cafeteria", "On the playground", "Online", "On the way home"];

    private static Field Of(string name, FieldType type, string label, bool required = false) => new() { Name = name, Type = type, Label = label, Required = required };

    private static Dictionary<string, string> To(string way) => new() { ["go"] = way };
}
