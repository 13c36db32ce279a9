using System.Reflection;
using AdaptiveCards;
using SupportBot.Cases;

namespace SupportBot.Cards.Tests;

/// <summary>Inputs for every card of the room, each card in the ways people will see it.</summary>
internal static class CardSamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 30, 0, TimeSpan.Zero);

    private static readonly CaseLink Link = new("K7M-2QD", new Uri("https://support.example.org/console/cases/K7M-2QD"), "eyJjYXNlIjoiSzdNLTJRRCJ9.c2lnbmF0dXJl") { RefreshFor = ["29:1aGFsbG8_d29ybGQ", "29:1Yi1iLWI"] };
    private static readonly CaseLink LinkWithoutConsole = new("K7M-2QD", null, "eyJjYXNlIjoiSzdNLTJRRCJ9.c2lnbmF0dXJl");

    public static readonly IReadOnlyList<HelpNumber> Numbers =
    [
        new("Emergency 911", "Someone is in danger right now", "911", null, null, null, null, "24 hours, every day", null, false),
        new("988 Suicide & Crisis Lifeline", "For anyone who is having a very hard time", "988", null, null, "988", "988lifeline.org", "24 hours, every day", null, false),
        new("988 en español", "Ayuda en español", "988", "press 2", "AYUDA", "988", null, "24 hours, every day", null, false) { IsFree = true, Chat = "988lifeline.org/chat" },
        new("Crisis Text Line", "Talk by text about anything that hurts", null, null, "HOME", "741741", null, "24 hours, every day", null, false),
        new("Oregon YouthLine", "Teens answer teens", "877-968-8491", null, "teen2teen", "839863", "oregonyouthline.org", "daily 4 pm-10 pm (Pacific time)", "They must tell someone if a young person is not safe.", true),
    ];

    /// <summary>Name of the picture, and the input that the card is made from.</summary>
    public static readonly IReadOnlyList<(string Name, object Input)> All =
    [
        ("case-shared", new CaseShared("K7M-2QD", new Uri("https://support.example.org/console/cases/K7M-2QD"))),
        ("alert-critical", new AlertShown(Link, "Suicide risk", Severity.Critical, "Cedar Hills High School", Now.AddSeconds(-20), Now, 1)),
        ("alert-urgent-second", new AlertShown(Link, "Bullying report", Severity.Urgent, "Birch Middle School", Now.AddMinutes(-17), Now, 2)),
        ("alert-standard", new AlertShown(LinkWithoutConsole, "Attendance concern", Severity.Standard, "", Now.AddHours(-3), Now, 1)),
        ("alert-repeated", new AlertShown(Link, "Bullying report", Severity.Urgent, "Birch Middle School", Now.AddDays(-2), Now, 12)),
        ("taken-yours", new CaseTaken(Link, "Bullying report", "Birch Middle School", "Ana Ruiz", Now.AddMinutes(-4), Now, "Safety check") { IsYours = true }),
        ("taken", new CaseTaken(Link, "Bullying report", "Birch Middle School", "Ana Ruiz", Now.AddMinutes(-4), Now, "Safety check")),
        ("closed", new CaseClosed(Link, "Bullying report", "Birch Middle School", Now.AddHours(-1), Now)),
        ("task-later", new TaskDue(Link, "Call the family of the student who was hurt", "Birch Middle School", Now.AddDays(3), Now)),
        ("task-soon", new TaskDue(Link, "Write down the safety plan", "Birch Middle School", Now.AddHours(5), Now)),
        ("task-lacks", new TaskDue(Link, "Write down the level", "Birch Middle School", Now.AddHours(-2), Now) { Lacks = ["“Level” must be “Moderate” or “High”, because “Screening” was answered “Refused”, and it is “Low”"] }),
        ("task-overdue", new TaskDue(LinkWithoutConsole, "Tell the person who reported what happens next", "", Now.AddHours(-26), Now)),
        ("tasks-opened", new TasksOpened(Link, "Bullying report", "Birch Middle School", [new("Look at the health plan", Now.AddHours(5), false), new("Tell the kitchen", null, false), new("Sign the plan", Now.AddDays(2), true)], Now)),
        ("tasks-opened-late", new TasksOpened(LinkWithoutConsole, "Bullying report", "", [new("Call at home", Now.AddHours(-2), false)], Now)),
        ("tasks-opened-many", new TasksOpened(Link, "Bullying report", "Birch Middle School", [.. Enumerable.Range(1, 12).Select(i => new OpenedTask($"Task number {i}", Now.AddDays(i), false))], Now)),
        ("tasks-opened-gone", new TasksOpened(Link, "Bullying report", "Birch Middle School", [], Now)),
        ("steps-wait", new StepsWait(Link, "Attendance concern", "Birch Middle School", "Thomas Lindqvist", "School counselor", false, Now.AddMinutes(-9), Now.AddMinutes(51), Now)),
        ("steps-wait-overdue", new StepsWait(LinkWithoutConsole, "Attendance concern", "", "Thomas Lindqvist", "School counselor", false, Now.AddDays(-2), Now.AddHours(-30), Now)),
        ("steps-second", new StepsWait(Link, "Attendance concern", "Birch Middle School", "Thomas Lindqvist", "School counselor", true, Now, null, Now)),
        ("steps-yours", new StepsWait(Link, "Attendance concern", "Birch Middle School", "Thomas Lindqvist", "School counselor", false, Now.AddHours(-1), null, Now) { TakenBy = "Ana Ruiz", IsYours = true }),
        ("steps-taken", new StepsWait(Link, "Attendance concern", "Birch Middle School", "Thomas Lindqvist", "School counselor", false, Now.AddHours(-1), null, Now) { TakenBy = "Ana Ruiz" }),
        ("help-numbers", Numbers),
        ("ladder-raised", new LadderRaised(Link, "Bullying report", Severity.Urgent, "Birch Middle School", "Assistant principal", 3, Now.AddMinutes(-31), Now)),
        ("waiting-person", new WaitingPerson(Link, "", Now.AddMinutes(-2), Now)),
        ("case-detail", new CaseDetail(Link, "Bullying report", Severity.Urgent, "Birch Middle School", "Interim safety", "Ana Ruiz", Now.AddHours(-30), Now, Tasks(4), Clocks, true, true)),
        ("case-detail-many", new CaseDetail(LinkWithoutConsole, "Attendance concern", Severity.Standard, "", "Received", "", Now.AddDays(-9), Now, Tasks(14), [], false, false)),
        ("case-detail-live", new CaseDetail(Link, "Someone may be at risk", Severity.Critical, "Birch Middle School", "Screened by a trained person", "Ana Ruiz", Now.AddMinutes(-52), Now, Tasks(6), Clocks, false, false)
        {
            Watch = [new("Who stays with the student", "An adult at school", "Ana Ruiz", Now.AddMinutes(-31)), new("Means of harm at home", "", "", null)],
            GateTitle = "Handed over",
            Blocks = ["Talk it over with a second qualified person", "Tell the family, or record the exception"],
            IsTaken = true,
        }),
        ("case-detail-open-way", new CaseDetail(Link, "Someone may be at risk", Severity.Critical, "Birch Middle School", "Plan in place", "Ana Ruiz", Now.AddHours(-3), Now, Tasks(3), [], false, false)
        {
            Watch = [new("Who stays with the student", "Family or another adult", "Ana Ruiz", Now.AddMinutes(-12))],
            GateTitle = "Handed over",
        }),
        .. AskSamples.All,
        .. TrainingSamples.All,
    ];

    private static ClockLine[] Clocks => [new("Tell the families of what was found", Now.AddHours(40), "verify"), new("Finish the investigation", Now.AddDays(8), "found")];

    private static TaskLine[] Tasks(int count) =>
        [.. Enumerable.Range(0, count).Select(n => new TaskLine(TaskTitles[n % TaskTitles.Length], n % 2 == 0 ? "Counselor" : "Assistant principal", n % 4 == 3 ? null : Now.AddHours((5 * n) - 6), n % 4 == 2))];

    private static string[] TaskTitles => ["Call the family of the student who was hurt", "Write down the safety plan", "Keep the pictures that were sent", "Look for other students who saw it"];

    /// <summary>The public static methods of the room that make a card: what a card is, by definition of these tests.</summary>
    public static IEnumerable<MethodInfo> Makers => typeof(CaseAlertCard).Assembly.GetExportedTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(m => m.ReturnType == typeof(AdaptiveCard));

    /// <param name="words">English where none are given; a card that is content throughout takes none.</param>
    public static AdaptiveCard Make(object input, ICardWords? words = null)
    {
        var maker = MakerOf(input);
        return (AdaptiveCard)maker.Invoke(null, BindingFlags.DoNotWrapExceptions, null, TakesWords(maker) ? [input, words ?? ContentWords.English] : [input], null)!;
    }

    public static bool TakesWords(object input) => TakesWords(MakerOf(input));

    private static MethodInfo MakerOf(object input) => Makers.Single(m => m.GetParameters()[0].ParameterType.IsInstanceOfType(input));

    private static bool TakesWords(MethodInfo maker) => maker.GetParameters() is [_, var second] && second.ParameterType == typeof(ICardWords);

    /// <summary>All actions in the order shown, whichever row they stand in.</summary>
    public static IReadOnlyList<AdaptiveAction> ActionsOf(AdaptiveCard card) => [.. card.Body.OfType<AdaptiveActionSet>().SelectMany(s => s.Actions), .. card.Actions];

    public static object Input(string name) => All.Single(s => s.Name == name).Input;
}
