using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>New hires in the chat of human resources: a list that is dropped or pasted, one by a form, and nothing from anybody else.</summary>
public sealed class HireChatTests
{
    [Fact]
    public async Task A_list_that_is_dropped_is_shown_first_and_imported_once_however_often_it_is_pressed_or_dropped()
    {
        await using var world = await HireWorld.OpenAsync();
        var said = await world.DropAsync(world.Naomi, HireWorld.List);
        Assert.Contains("3 new, 0 to be put right, 0 there already as told, 1 refused. Nothing is kept yet.", said, StringComparison.Ordinal);
        Assert.Contains("Not in the directory yet: 2.", said, StringComparison.Ordinal);
        Assert.Contains("Line 5: No school is called \"Heron Midle School\". Did you mean Heron Middle School?", said, StringComparison.Ordinal);
        Assert.Contains("https://support.example.org/console/training/hires", said, StringComparison.Ordinal);
        Assert.Empty(await world.KeptAsync());

        var card = world.Naomi.Card;
        Assert.Contains("Imported: 3 new, 0 put right.", await world.PressAsync(world.Naomi, card, "Import 3"), StringComparison.Ordinal);
        Assert.Contains("That was done already. Nothing was done twice.", await world.PressAsync(world.Naomi, card, "Import 3"), StringComparison.Ordinal);
        Assert.Equal(["E-100", "E-101", "E-102"], await world.KeptAsync());
        var again = await world.DropAsync(world.Naomi, HireWorld.List);
        Assert.Contains("0 new, 0 to be put right, 3 there already as told, 1 refused.", again, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Import", again, StringComparison.Ordinal);
        Assert.Equal(["3:0"], await world.ImportsAsync());
    }

    [Fact]
    public async Task Many_presses_at_once_import_once()
    {
        await using var world = await HireWorld.OpenAsync();
        await world.DropAsync(world.Naomi, HireWorld.List);
        var card = world.Naomi.Card;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => world.Naomi.PressAsync(card, "Import 3"))));
        Assert.Equal(["E-100", "E-101", "E-102"], await world.KeptAsync());
        Assert.Equal(["3:0"], await world.ImportsAsync());
    }

    [Fact]
    public async Task Lines_that_are_pasted_after_the_words_or_after_the_form_are_the_same_list()
    {
        await using var world = await HireWorld.OpenAsync();
        Assert.Contains("3 new", await world.SayAsync(world.Naomi, "Enroll new hires\r\n" + HireWorld.List.ReplaceLineEndings("\r\n")), StringComparison.Ordinal);
        Assert.Contains("Tell of new hires", await world.SayAsync(world.Naomi, "enroll new hires"), StringComparison.Ordinal);
        Assert.Contains("3 new", await world.SayAsync(world.Naomi, HireWorld.List), StringComparison.Ordinal);
        Assert.Contains("Imported: 3 new", await world.PressAsync(world.Naomi, world.Naomi.Card, "Import 3"), StringComparison.Ordinal);
        Assert.Empty(world.Files.Asked);
    }

    [Theory]
    [InlineData("maya-okafor")]
    [InlineData("thomas-lindqvist")]
    public async Task From_anybody_else_nothing_is_fetched_and_nothing_kept(string person)
    {
        await using var world = await HireWorld.OpenAsync();
        var other = world.Staff(person);
        await other.OpenChatAsync();
        Assert.Contains("I did not open it", await world.DropAsync(other, HireWorld.List), StringComparison.Ordinal);
        Assert.Contains("Only human resources", await world.SayAsync(other, "enroll new hires\n" + HireWorld.List), StringComparison.Ordinal);
        Assert.Empty(world.Files.Asked);

        // A card of human resources in their hands does nothing.
        await world.DropAsync(world.Naomi, HireWorld.List);
        await other.PressAsync(world.Naomi.Card, "Import 3");
        Assert.Empty(await world.KeptAsync());
    }

    [Fact]
    public async Task Whoever_is_of_human_resources_no_longer_imports_nothing_with_a_card_of_before()
    {
        await using var world = await HireWorld.OpenAsync();
        await world.DropAsync(world.Naomi, HireWorld.List);
        var district = world.Bot.Get<District>();
        district.Bring([.. district.People.Select(p => p.Id == "naomi-fisher" ? p with { Posts = [] } : p)]);
        Assert.Contains("Only human resources", await world.PressAsync(world.Naomi, world.Naomi.Card, "Import 3"), StringComparison.Ordinal);
        Assert.Empty(await world.KeptAsync());
    }

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "latin-1", Encoding.Latin1.GetBytes(HireWorld.Header + "E-1,José Peña,jose@example.org,nurse,district,2026-11-02,\n"), "line 2 has letters in another encoding" },
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(HireWorld.List)], "That is not a text in UTF-8" },
        { "workbook", [0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0], "That is not a text in UTF-8" },
        { "columns", "employee id,name\nE-1,Ana\n"u8.ToArray(), "no column for mail" },
        { "twice", "employee id,emplid,name,mail,role,school,first day\n"u8.ToArray(), "two columns for employee id" },
        { "nothing", ""u8.ToArray(), "The list is empty" },
        { "quote", Encoding.UTF8.GetBytes(HireWorld.Header + "E-1,\"Ana,a@example.org,nurse,district,2026-11-02,\nE-2,Bo Li,b@example.org,nurse,district,2026-11-02,\n"), "quotation mark in line 2" },
        { "prose", "Dear bot, these are the people"u8.ToArray(), "no column for employee id" },
        { "large", new byte[HireCsv.Largest + 1], "larger than 384 KB" },
        { "many", Encoding.UTF8.GetBytes(HireWorld.Header + string.Concat(Enumerable.Repeat("E-1,,,,,,\n", HireCsv.MostLines + 1))), "more than 2,500 lines" },
    };

    [Theory, MemberData(nameof(BadFiles))]
    public async Task A_file_of_which_nothing_can_be_read_is_refused_in_plain_words_and_the_list_before_it_stays(string what, byte[] content, string sentence)
    {
        await using var world = await HireWorld.OpenAsync();
        await world.DropAsync(world.Naomi, HireWorld.List);
        var card = world.Naomi.Card;
        foreach (var isTold in new[] { true, false })
        {
            world.Files.Give(content, isTold);
            var said = await world.DropLinkAsync(world.Naomi);
            Assert.True(said.Contains(sentence, StringComparison.Ordinal), $"{what}: {said}");
        }

        Assert.Empty(await world.KeptAsync());
        Assert.Contains("Imported: 3 new", await world.PressAsync(world.Naomi, card, "Import 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_in_three_styles_doubled_people_and_formulas_are_told_line_by_line()
    {
        await using var world = await HireWorld.OpenAsync();
        var said = await world.DropAsync(world.Naomi, HireWorld.Header
            + "E-1,Ana Lopez,ana@example.org,nurse,district,2026-11-02,\n"
            + "E-2,Bo Li,bo@example.org,nurse,district,17-Aug-2026,\n"
            + "E-3,Cy Ito,cy@example.org,nurse,district,03/04/2026,\n"
            + "E-4,Di Ray,di@example.org,nurse,district,25/12/2026,\n"
            + "E-5,Ed Fox,ed@example.org,nurse,district,2026-11-02,\n"
            + "E-5,Ed Fox,fox@example.org,nurse,district,2026-11-02,\n"
            + "\"=HYPERLINK(\"\"https://evil.example\"\")\",Flo Gee,flo@example.org,nurse,district,2026-11-02,\n"
            + "E-8,\"=<b>Gus</b> Hay\",gus@example.org,nurse,district,2026-11-02,\n");
        foreach (var line in new[]
        {
            "Line 4: \"03/04/2026\" may be read in two ways", "Line 5: \"25/12/2026\" has the day before the month", "Line 6: E-5 stands in lines 6, 7", "Line 7: E-5 stands in lines 6, 7", "Line 8: The employee id is missing or is no id",
        }) Assert.Contains(line, said, StringComparison.Ordinal);
        Assert.Contains("Imported: 3 new", await world.PressAsync(world.Naomi, world.Naomi.Card, "Import 3"), StringComparison.Ordinal);
        Assert.Equal("=<b>Gus</b> Hay", (await world.Bot.Get<IHireBook>().FindAsync("E-8", HireWorld.Never))!.Details.Name.Reveal());
    }

    [Fact]
    public async Task More_than_ten_bad_lines_are_counted_and_the_console_shows_the_rest()
    {
        await using var world = await HireWorld.OpenAsync();
        var said = await world.DropAsync(world.Naomi, HireWorld.Header + string.Concat(Enumerable.Range(1, 14).Select(n => $"E-{n},P Q,p{n}@example.org,nobody,district,2026-11-02,\n")));
        Assert.Contains("Line 11: There is no role \"nobody\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 12:", said, StringComparison.Ordinal);
        Assert.Contains("And 4 more.", said, StringComparison.Ordinal);
        Assert.Contains("There is nothing to import.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_changes_nothing()
    {
        await using var world = await HireWorld.OpenAsync();
        await using var elsewhere = await FileHost.StartAsync();
        foreach (var status in new[] { 404, 403, 503 })
        {
            world.Files.Answer = http => { http.Response.StatusCode = status; return Task.CompletedTask; };
            Assert.Contains("I could not fetch that file, and nothing was changed", await world.DropLinkAsync(world.Naomi), StringComparison.Ordinal);
        }

        world.Files.Answer = http => { http.Response.Redirect($"{elsewhere.Address}/hires.csv"); return Task.CompletedTask; };
        Assert.Contains("I could not fetch that file", await world.DropLinkAsync(world.Naomi), StringComparison.Ordinal);
        world.Files.Answer = http => { http.Response.ContentLength = 1_000; http.Abort(); return Task.CompletedTask; };
        Assert.Contains("I could not fetch that file", await world.DropLinkAsync(world.Naomi), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Asked);
        Assert.Contains("no CSV list", await world.DropAsync(world.Naomi, HireWorld.List, ending: "xlsx"), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Bot.Logged.Written, l => l.Contains("secret-of-the-link", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_that_does_not_answer_is_given_up()
    {
        await using var world = await HireWorld.OpenAsync();
        var asked = new TaskCompletionSource();
        world.Files.Answer = async http =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var dropping = world.DropLinkAsync(world.Naomi);
        await asked.Task;
        while (!dropping.IsCompleted)
        {
            world.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(dropping, Task.Delay(20, HireWorld.Never));
        }

        Assert.Contains("I could not fetch that file", await dropping, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/hires.csv")]
    [InlineData("https://other-my.sharepoint.com/hires.csv")]
    [InlineData("https://district-my.sharepoint.com.evil.example/hires.csv")]
    [InlineData("https://district-my.sharepoint.com@evil.example/hires.csv")]
    [InlineData("http://district-my.sharepoint.com/hires.csv")]
    [InlineData("https://district-my.sharepoint.com:8443/hires.csv")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("hires.csv")]
    public async Task Nothing_is_fetched_from_where_the_district_has_no_files(string link)
    {
        await using var world = await HireWorld.OpenAsync(("Teams:FileHosts:0", "district-my.sharepoint.com"));
        Assert.Contains("I do not fetch files from where that one lies", await world.DropLinkAsync(world.Naomi, link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_or_a_picture_beside_one_are_not_opened()
    {
        await using var world = await HireWorld.OpenAsync();
        var message = HireWorld.Dropped($"{world.Files.Address}/a.csv", "csv");
        message["attachments"]!.AsArray().Add(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://files.example/a.png" });
        await world.Naomi.SendAsync(message);
        Assert.Contains("cannot take files", world.Connector.Texts(world.Naomi.Conversation), StringComparison.Ordinal);
        var inChannel = await world.Naomi.SendAsync(HireWorld.Dropped($"{world.Files.Address}/a.csv", "csv"), conversationType: "channel");
        Assert.Equal(200, inChannel.Status);
        Assert.Empty(world.Files.Asked);
    }

    [Fact]
    public async Task A_preview_that_is_too_old_or_was_replaced_imports_nothing()
    {
        await using var world = await HireWorld.OpenAsync();
        await world.DropAsync(world.Naomi, HireWorld.List);
        var first = world.Naomi.Card;
        await world.DropAsync(world.Naomi, HireWorld.Header + "E-9,Dot Lee,dot@example.org,nurse,district,2026-11-02,\n");
        var second = world.Naomi.Card;
        Assert.Contains("A newer list took the place", await world.PressAsync(world.Naomi, first, "Import 3"), StringComparison.Ordinal);
        world.Bot.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Contains("That preview is too old", await world.PressAsync(world.Naomi, second, "Import 1"), StringComparison.Ordinal);
        Assert.Empty(await world.KeptAsync());
        await world.DropAsync(world.Naomi, HireWorld.List);
        Assert.Contains("Imported: 3 new", await world.PressAsync(world.Naomi, world.Naomi.Card, "Import 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_hires_have_changed_since_the_preview_the_new_one_is_shown_first()
    {
        await using var world = await HireWorld.OpenAsync();
        await world.DropAsync(world.Naomi, HireWorld.List);
        var card = world.Naomi.Card;
        var (desk, naomi) = (world.Bot.Get<HireImport>(), world.Bot.Get<District>().Person("naomi-fisher")!);
        var other = HireCsv.Read(HireWorld.Header + "E-101,Ana Lopez Ruiz,ana.lopez@example.org,nurse,Heron Middle School,11/16/2026,\n", world.Bot.Get<District>(), new DateOnly(2026, 11, 16));
        await desk.BringAsync(naomi, other.Rows, HireWorld.Never);

        var said = await world.PressAsync(world.Naomi, card, "Import 3");
        Assert.Contains("The hires have changed since that preview, so nothing was imported.", said, StringComparison.Ordinal);
        Assert.Contains("2 new, 1 to be put right", said, StringComparison.Ordinal);
        Assert.Equal(["E-101"], await world.KeptAsync());
        Assert.Contains("Imported: 2 new, 1 put right.", await world.PressAsync(world.Naomi, world.Naomi.Card, "Import 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_outlives_a_restart_and_whatever_is_said_in_between_and_rests_sealed()
    {
        await using var world = await HireWorld.OpenAsync();
        await world.DropAsync(world.Naomi, HireWorld.List);
        var card = world.Naomi.Card;
        await world.SayAsync(world.Naomi, "my trainings");
        await world.Bot.RestartAsync();
        foreach (var file in world.Bot.Files()) Assert.DoesNotContain("Ben Ochoa", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        Assert.Contains("Imported: 3 new", await world.PressAsync(world.Naomi, card, "Import 3"), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Bot.Logged.Written, l => l.Contains("Ochoa", StringComparison.Ordinal) || l.Contains("E-102", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_person_is_told_by_a_form_that_keeps_what_was_typed_where_it_refuses()
    {
        await using var world = await HireWorld.OpenAsync();
        await world.SayAsync(world.Naomi, "new hires");
        var form = world.Naomi.Card;
        (string, string)[] Filled(string mail) => [("f.employee", "E-7"), ("f.name", "Dot Lee"), ("f.mail", mail), ("f.role", "nurse"), ("f.school", "district"), ("f.day", "2026-11-30")];

        var refused = await world.PressAsync(world.Naomi, form, "Keep", Filled("dot"));
        Assert.Contains("\"dot\" is not a mail address", refused, StringComparison.Ordinal);
        Assert.Contains("Dot Lee", world.Naomi.Card.ToJsonString(), StringComparison.Ordinal);
        var better = world.Naomi.Card;
        Assert.Contains("Imported: 1 new, 0 put right.", await world.PressAsync(world.Naomi, better, "Keep", Filled("Dot@example.org")), StringComparison.Ordinal);
        Assert.Contains("That was done already", await world.PressAsync(world.Naomi, better, "Keep", Filled("Dot@example.org")), StringComparison.Ordinal);
        Assert.Equal(["E-7"], await world.KeptAsync());
        Assert.Equal(["1:0"], await world.ImportsAsync());
    }

    [Fact]
    public async Task In_the_middle_of_something_else_a_list_is_taken_and_what_was_open_goes_on()
    {
        await using var world = await HireWorld.OpenAsync();
        await world.SayAsync(world.Naomi, "I want to report bullying");
        var open = world.Naomi.Card;
        var said = await world.DropAsync(world.Naomi, HireWorld.List);
        Assert.Contains("3 new", said, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(open["body"]![0], world.Naomi.Card["body"]![0]), world.Naomi.Card.ToJsonString());
    }

    [Fact]
    public async Task Words_of_danger_beside_a_file_come_first()
    {
        await using var world = await HireWorld.OpenAsync();
        world.Files.Give(Encoding.UTF8.GetBytes(HireWorld.List));
        var message = HireWorld.Dropped($"{world.Files.Address}/a.csv", "csv");
        message["text"] = "I want to kill myself";
        await world.Naomi.SendAsync(message);
        Assert.Contains("988", world.Connector.Texts(world.Naomi.Conversation), StringComparison.Ordinal);
        Assert.Empty(await world.KeptAsync());
    }

    [Fact]
    public async Task In_Spanish_the_preview_and_every_reason_are_Spanish()
    {
        await using var world = await HireWorld.OpenAsync();
        world.Naomi.Locale = "es-MX";
        var said = await world.DropAsync(world.Naomi, HireWorld.List);
        Assert.Contains("Por agregar: 3. Por corregir: 0. Ya están así: 0. Rechazadas: 1.", said, StringComparison.Ordinal);
        Assert.Contains("Línea 5: Ninguna escuela se llama \"Heron Midle School\". ¿Quieres decir Heron Middle School?", said, StringComparison.Ordinal);
        Assert.Contains("Importado. Agregadas: 3.", await world.PressAsync(world.Naomi, world.Naomi.Card, "Importar 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_anonymous_chat_nobody_is_asked_for_hires_and_no_list_is_taken()
    {
        await using var bot = await RealBot.BuildAsync();
        var pipeline = bot.Get<Dialogs.TurnPipeline>();
        var activity = new Microsoft.Bot.Schema.Activity { Type = "message", Id = "a-1", ChannelId = "webchat", Text = "enroll new hires\n" + HireWorld.List, From = new("tab"), Recipient = new("bot"), Conversation = new(id: "tab-1") };
        var turn = new Dialogs.IncomingTurn(activity, new("webchat", "tab-1"), Dialogs.Lockbox.OfTab(new byte[32]), Dialogs.ChannelTraits.WebChat) { PersonId = null, File = new Dialogs.DroppedFile(HireWorld.List) };
        var said = string.Join('\n', (await pipeline.RunAsync(turn, HireWorld.Never)).Replies.Skip(1).Select(r => r.Text));
        Assert.NotEmpty(said);
        Assert.DoesNotContain("new hire", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("employee", said, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await bot.Get<IHireBook>().AllAsync(HireWorld.Never));
    }

    [Fact]
    public async Task Groups_of_hires_that_cannot_be_meant_keep_the_program_from_starting()
    {
        foreach (var (settings, sentence) in new ((string, string)[], string)[]
        {
            ([("Hires:Groups:0:Id", "new staff"), ("Graph:Enabled", "false")], "copy the Object ID"),
            ([("Hires:Groups:0:Id", "99999999-0000-4000-8000-000000000001"), ("Hires:Groups:0:Role", "wizard")], "there is no role \"wizard\""),
            ([("Hires:Groups:0:Id", "99999999-0000-4000-8000-000000000001"), ("Hires:Groups:0:School", "hogwarts")], "there is no school \"hogwarts\""),
            ([("Hires:Groups:0:Id", "99999999-0000-4000-8000-000000000001")], "Graph:Enabled is not true"),
        }) Assert.Contains(sentence, (await Assert.ThrowsAsync<InvalidOperationException>(() => RealBot.BuildAsync("Development", settings))).Message, StringComparison.Ordinal);
    }
}
