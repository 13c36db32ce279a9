using SupportBot.Protocols;

namespace SupportBot.Cards.Tests;

/// <summary>Inputs for the cards of trainings.</summary>
internal static class TrainingSamples
{
    private static readonly CardAsk Ask = new("en", new Dictionary<string, string> { ["sb"] = "1", ["f"] = "training", ["s"] = "eyJzdGVwIjoid2hhdC1oYXBwZW5lZCJ9.c2lnbmF0dXJl" });

    public static readonly (string Name, object Input)[] All =
    [
        ("trainings", new TrainingCatalogue(Ask, "Trainings", "I know no training by that name.", [.. Courses.Select((c, at) => new TrainingEntry(new CardChoice($"c-{at}", c), "Tuesday, Dec 1, 3:30 PM, Riverbend High, library: 5 seats free"))], "Which one?", "Please pick one.", new("Show dates", To("course")), [new("My trainings", To("mine"))])),
        ("training-dates", new TrainingSession(Ask, "Equity Series 4: restorative practices I", "How to say what you feel and need **without blame**.", [One("d1", "Tuesday, Dec 1, 3:30 PM", "Riverbend High, library: 5 seats free"), One("d2", "Thursday, Dec 10, 8:00 AM", "online: full, 12 on the waiting list")], "Which date suits you?", "Please pick one.", new("Sign me up", To("sign-up")), [new("All trainings", To("all"))])),
        ("training-date", new TrainingSession(Ask, "Trauma-informed and healing-centered practice", "What hard experiences do to learning.", [One("d1", "Tuesday, Dec 1, 3:30 PM", "Riverbend High, library: 1 seat free")], "Which date suits you?", "Please pick one.", new("Sign me up", To("sign-up")), [new("All trainings", To("all"))])),
        ("my-trainings", new MyTrainingsShown(Ask, "Your trainings", [One("d1", "Trauma-informed and healing-centered practice", "Tuesday, Dec 1, 3:30 PM, library: you have a seat"), One("d2", "Threat assessment team workshop", "Thursday, Dec 10, 8:00 AM, online: waiting list, number 3")], "Still asked of you: Title IX: see it and report it.", "Which one?", "Please pick one.", [new("Take me off", To("cancel")), new("Another date", To("swap"))], [new("All trainings", To("all"))])),
        ("training-offer", new SeatOffer(Ask, "A seat is free", "Trauma-informed and healing-centered practice", "Tuesday, Dec 1, 3:30 PM, Riverbend High, library", "It is held for you until Monday, Nov 30, 9:00 AM. Then it goes to the next person.", [new("Take the seat", To("accept~d1")), new("Let it go", To("decline~d1"))])),
        ("hire-preview", new HirePreviewShown(Ask, "What the list gives", ["3 new, 1 to be put right, 0 there already as told, 2 refused. Nothing is kept yet.", "The button works once, and for one hour."], "Not taken", ["Line 5: No school is called \"Heron Midle School\". Did you mean Heron Middle School?", "Line 7: The first day is missing. Write it as 2026-08-17."], "4 more lines are not taken.", new Uri("https://support.example.org/console/training/hires"), "Open in the console", [new("Import 4", To("import")), new("New-hire progress", To("progress")), new("More new hires", To("form"))])),
        ("hire-preview-clean", new HirePreviewShown(Ask, "What the list gives", ["3 new, 0 to be put right, 0 there already as told, 0 refused. Nothing is kept yet."], "Not taken", [], null, null, "Open in the console", [new("Import 3", To("import"))])),
        ("hire-progress", new HireProgressShown(Ask, "New-hire progress", "12 new hires, 3 done with all of their series, 2 late.", [new("New Hire Orientation", ["Safety and emergency preparedness: 9 of 12 done, 2 late", "The district and its schools: 5 of 12 done"]), new("New Hire Equity Series", ["Equity Series 1: 3 of 12 done"])], "Late", ["Ben Ochoa: Safety and emergency preparedness, since Aug 31"], "1 more is late.", new Uri("https://support.example.org/console/training/new-hires"), "Open in the console", [new("More new hires", To("form"))])),
        ("check-in", new FormShown(Ask, "Check in", "This is not the code of a session in which you have a seat, or it has changed meanwhile.\nTrauma-informed and healing-centered practice: Tuesday, Dec 1, 3:30 PM to 5:30 PM", [new(new Field { Name = "answer", Type = FieldType.People, Label = "Which six digits stand on the wall?", Required = true, Max = 20 }, [], null, "Please type the six digits.")], "Check in", [new("My trainings", To("mine"))])),
        ("roster", new RosterShown(Ask, "Trauma-informed and healing-centered practice", "Tuesday, Dec 1, 3:30 PM to 5:30 PM, Riverbend High, library", "Maya Okafor is checked in.", ["18 of 20 seats are taken. On the waiting list: 3.", "The roll is open."], [new("Checked in: 2", ["Ana Ruiz", "Maya Okafor"], null), new("Not checked in yet: 16", People[..15], "and 1 more")], new RosterPicker("Who is there?", "Please pick one.", "Choose one", [.. People.Select((p, at) => new CardChoice($"person-{at}", p))], new("Let in", To("let-in~d1"))), [new("Refresh", To("roster~d1")), new("All rosters", To("rosters"))], new Uri("https://support.example.org/console/training/sessions/1/roll"), "Open in the console")),
        ("roster-nobody", new RosterShown(Ask, "Youth Mental Health First Aid", "Thursday, Dec 10, 8:00 AM to 4:00 PM, online", null, ["0 of 20 seats are taken.", "Nobody has a seat."], [], null, [new("Refresh", To("roster~d1")), new("All rosters", To("rosters"))], null, "Open in the console")),
        ("survey", new FormShown(Ask, "Your feedback", "Trauma-informed and healing-centered practice: Tuesday, Dec 1, 3:30 PM to 5:30 PM\nNow that the workshop is over. Nobody sees who answered what.",
        [
            new(new Field { Name = "word", Type = FieldType.People, Label = "A word of your own. It joins what you answer before, after and later.", Required = true, Max = 60 }, [], null, "Please choose a word with at least 6 letters."),
            .. Enumerable.Range(1, 12).Select(n => new FormInput(new Field { Name = $"i-e{n}", Type = FieldType.Choice, Label = $"I am confident that I can follow the steps in an emergency of kind {n}." }, [new("5", "Yes, fully"), new("4", "Mostly"), new("3", "In between"), new("2", "Not much"), new("1", "No, not at all")], null, "Choose one")),
        ], "Send", [new("My trainings", To("mine"))]) { ChooseHint = "Choose one", IsCompact = true }),
    ];

    private static string[] People => ["Ben Ochoa", "Daniel Reyes", "Elena Marsh", "Farid Aziz", "Grace Whitefeather", "Hana Sato", "Ivy Clark", "Jun Watanabe", "Kim Soto", "Linh Tran", "Marcus Bell", "Nia Brooks", "Omar Haddad", "Priya Nair", "Quinn Adler", "Rosa Marin"];

    private static string[] Courses => ["Equity Series 4: restorative practices I", "Restorative practices II: meetings that repair harm", "Student de-escalation: the basics", "Trauma-informed and healing-centered practice", "Youth Mental Health First Aid", "After a death: the crisis team"];

    private static TrainingEntry One(string id, string label, string below) => new(new CardChoice(id, label), below);

    private static Dictionary<string, string> To(string choice) => new() { ["c"] = choice };
}
