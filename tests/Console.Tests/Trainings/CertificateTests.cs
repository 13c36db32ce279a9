using System.Net;
using SupportBot.Cases;
using SupportBot.Training;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>Certificates: a PDF that a screen reader can read, and a page that tells a stranger whether it is valid, and nothing of a person.</summary>
public sealed class CertificateTests
{
    private const string Serial = "T-7KQ4-M2RX-9HVW", Page = "/console/training/certificate";

    private static readonly Certificate Sample = new(
        "Cedar Valley School District", "Inès Nguyễn-Łukasiewicz Жанна", "Student de-escalation: the basics", "DE-ALL", 90, 1.5m, new DateOnly(2026, 11, 23), new DateOnly(2027, 7, 31), Serial,
        new Uri($"https://support.example.org{Page}?serial={Serial}"));

    private static async Task<TrainingHost> WithAsync(string person = "maya-okafor", string course = "de-all", string until = "2027-07-31")
    {
        var host = await TrainingHost.StartAsync();
        await host.Rolls.RecordAsync([new Completion(person, course, new DateOnly(2026, 11, 20), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Serial)], new AuditEntry(Guid.Empty, Actor.Program, AuditAction.RollClosed, "x", host.Clock.GetUtcNow()), TrainingHost.None);
        return host;
    }

    [Fact]
    public void The_file_has_title_language_and_tags_and_its_words_are_text_in_the_order_of_reading()
    {
        using var pdf = PdfDocument.Open(CertificateFile.Of(Sample));
        Assert.Equal(("Certificate of completion: Student de-escalation: the basics", "Cedar Valley School District"), (pdf.Information.Title, pdf.Information.Author));
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.Equal("en-US", Text(pdf, catalog, "Lang"));
        Assert.Equal("true", Inside(pdf, catalog, "MarkInfo").Data["Marked"].ToString()!.ToLowerInvariant());
        Assert.Equal("true", Inside(pdf, catalog, "ViewerPreferences").Data["DisplayDocTitle"].ToString()!.ToLowerInvariant());
        var page = Assert.Single(pdf.GetPages());
        Assert.True(page.Width > page.Height);
        string[] inOrder =
        [
            "Cedar Valley School District", "Certificate of completion", "Inès Nguyễn-Łukasiewicz Жанна", "has completed", "Student de-escalation: the basics", "DE-ALL, 1.5 hours, 1.5 PDU, on November 23, 2026",
            "It counts until July 31, 2027.", $"Serial number {Serial}", "Whether it is valid says this page:", Sample.VerifyAt.AbsoluteUri,
        ];
        var at = 0;
        foreach (var words in inOrder)
        {
            var found = page.Text.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{words}\" does not follow in: {page.Text[at..]}");
            at = found + words.Length;
        }
    }

    [Fact]
    public void Every_part_has_its_tag_the_square_code_words_in_its_place_and_the_link_its_target()
    {
        using var pdf = PdfDocument.Open(CertificateFile.Of(Sample));
        var root = Inside(pdf, pdf.Structure.Catalog.CatalogDictionary, "StructTreeRoot");
        List<(string Tag, string? Alt)> parts = [];
        Walk(pdf, root, parts);
        Assert.Equal(["Document", "P", "H1", "P", "P", "H2", "P", "P", "Figure", "P", "P", "Link"], parts.Select(p => p.Tag).Where(t => t != "StructTreeRoot"));
        Assert.Contains(Sample.VerifyAt.AbsoluteUri, Assert.Single(parts, p => p.Tag == "Figure").Alt);
        Assert.Contains(pdf.GetPages().Single().GetAnnotations(), a => a.Content == "Verify this certificate" && a.Action is UglyToad.PdfPig.Actions.UriAction uri && uri.Uri == Sample.VerifyAt.AbsoluteUri);
    }

    [Fact]
    public void A_long_title_is_broken_between_words_and_a_course_that_never_ends_says_so()
    {
        using var pdf = PdfDocument.Open(CertificateFile.Of(Sample with { CourseTitle = string.Join(' ', Enumerable.Repeat("restorative practices", 8)), Until = null, Units = 0, Minutes = 60 }));
        var page = pdf.GetPage(1);
        Assert.All(page.Letters, l => Assert.InRange(l.EndBaseLine.X, 60, 740));
        Assert.Contains("It does not expire.", page.Text);
        Assert.Contains("DE-ALL, 1 hour, on November 23, 2026", page.Text);
    }

    [Fact]
    public async Task Its_holder_human_resources_and_the_training_lead_get_the_file_and_nobody_else()
    {
        await using var host = await WithAsync();
        foreach (var person in Demo.District.People.Select(p => p.Id))
            Assert.Equal((person, person is "maya-okafor" or TrainingHost.HumanResources or TrainingHost.Lead ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, (await (await host.SignInAsync(person)).GetAsync($"/console/training/mine/certificate?serial={Serial}")).Status));
        var maya = await host.SignInAsync("maya-okafor");
        var answer = await maya.GetAsync($"/console/training/mine/certificate?serial={Serial}");
        Assert.Equal("application/pdf", answer.Headers["Content-Type"]);
        Assert.StartsWith("%PDF-", answer.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.GetAsync("/console/training/mine/certificate?serial=T-2222-2222-2222")).Status);
        var mine = (await maya.GetAsync("/console/training/mine")).Page;
        Assert.Equal($"/console/training/mine/certificate?serial={Serial}", mine.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Contains("Nothing is on record yet.", (await (await host.SignInAsync("jun-watanabe")).GetAsync("/console/training/mine")).Text);
    }

    [Theory]
    [InlineData(Serial)]
    [InlineData("t7kq4m2rx9hvw")]
    [InlineData("  T 7KQ4 M2RX 9HVW ")]
    public async Task A_stranger_learns_that_it_is_valid_with_course_and_day_and_no_name(string typed)
    {
        await using var host = await WithAsync();
        var answer = await host.Visit().GetAsync($"{Page}?serial={Uri.EscapeDataString(typed)}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["Serial number", Serial, "Course", "Student de-escalation: the basics (DE-ALL)", "Completed", "Friday, November 20, 2026", "Counts until", "Saturday, July 31, 2027"], answer.Page.QuerySelectorAll(".facts dt, .facts dd").Select(d => d.TextContent));
        Assert.Contains("This certificate is valid.", answer.Text);
        Assert.DoesNotContain("Maya", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Maya Okafor", (await (await host.SignInAsync(TrainingHost.Teacher)).GetAsync($"{Page}?serial={Uri.EscapeDataString(typed)}")).Text);
    }

    [Theory]
    [InlineData("T-2222-3333-4444")]
    [InlineData("hello")]
    [InlineData("T-7KQ4-M2RX-9HV")]
    [InlineData("' OR 1=1 --")]
    [InlineData("<script>")]
    public async Task Any_other_number_is_not_valid(string typed)
    {
        await using var host = await WithAsync();
        var answer = await host.Visit().GetAsync($"{Page}?serial={Uri.EscapeDataString(typed)}");
        Assert.Contains("No certificate has this number.", answer.Text);
        Assert.Equal(typed, answer.Page.QuerySelector("#serial")!.GetAttribute("value"));
        Assert.Null(answer.Page.QuerySelector(".facts"));
    }

    [Fact]
    public async Task One_whose_time_is_over_is_real_and_says_so()
    {
        await using var host = await WithAsync(until: "2026-11-22");
        Assert.Contains("This certificate is real, and its time is over.", (await host.Visit().GetAsync($"{Page}?serial={Serial}")).Text);
    }

    [Fact]
    public async Task Only_human_resources_and_the_training_lead_take_one_back_and_then_it_is_not_valid_and_has_no_file()
    {
        await using var host = await WithAsync();
        foreach (var person in Demo.District.People.Select(p => p.Id).Where(p => p is not (TrainingHost.HumanResources or TrainingHost.Lead)))
        {
            var stranger = await host.SignInAsync(person);
            Assert.Null((await stranger.GetAsync($"{Page}?serial={Serial}")).Page.QuerySelector("form[action$=back]"));
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{Page}/back", [("serial", Serial), ("sure", "yes")])).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await host.Visit().PostBareAsync($"{Page}/back", [("serial", Serial), ("sure", "yes")])).Status);
        var hr = await host.SignInAsync(TrainingHost.HumanResources);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.PostAsync($"{Page}/back", [("serial", Serial)])).Status);
        Assert.Contains("is valid.", (await host.Visit().GetAsync($"{Page}?serial={Serial}")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.PostAsync($"{Page}/back", [("serial", Serial), ("sure", "yes")])).Status);
        Assert.Contains("This certificate was taken back.", (await host.Visit().GetAsync($"{Page}?serial={Serial}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("maya-okafor")).GetAsync($"/console/training/mine/certificate?serial={Serial}")).Status);
        Assert.DoesNotContain("de-all", (await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).ValidOn(new DateOnly(2026, 11, 24)));
    }

    private static void Walk(PdfDocument pdf, IToken token, List<(string Tag, string? Alt)> parts)
    {
        switch (token)
        {
            case IndirectReferenceToken reference:
                Walk(pdf, pdf.Structure.GetObject(reference.Data).Data, parts);
                break;
            case ArrayToken array:
                foreach (var inner in array.Data) Walk(pdf, inner, parts);
                break;
            case DictionaryToken part:
                if (part.Data.TryGetValue("S", out var tag)) parts.Add((((NameToken)tag).Data, part.Data.ContainsKey("Alt") ? Text(pdf, part, "Alt") : null));
                if (part.Data.TryGetValue("K", out var kids)) Walk(pdf, kids, parts);
                break;
        }
    }

    private static DictionaryToken Inside(PdfDocument pdf, DictionaryToken from, string name) =>
        from.Data[name] is IndirectReferenceToken reference ? (DictionaryToken)pdf.Structure.GetObject(reference.Data).Data : (DictionaryToken)from.Data[name];

    private static string Text(PdfDocument pdf, DictionaryToken from, string name)
    {
        var token = from.Data[name] is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : from.Data[name];
        return token switch { StringToken text => text.Data, HexToken hex => hex.Data, _ => token.ToString()! };
    }
}
