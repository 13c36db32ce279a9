using SupportBot.Yaml;

namespace SupportBot.Directory.Tests;

/// <summary>Each fault planted in a sound district must be told with its file, its line and a cure, and must keep the district from being used.</summary>
public class DistrictReaderTests
{
    [Fact]
    public void A_sound_district_has_no_fault() => Assert.Empty(SmallDistrict.Read(SmallDistrict.Files()).Faults);

    [Theory]
    // roles
    [InlineData("roles/roles.yaml", "id: hr,", "id: counselor,", "there are two roles \"counselor\"", "another id")]
    [InlineData("roles/roles.yaml", "description: \"Listens.\", out-of-hours: false", "description: \"Listens.\"", "every hour", "add out-of-hours")]
    // calendar
    [InlineData("calendars/2026-27.yaml", "from: \"2026-12-24\", to: \"2026-12-25\"", "from: \"2026-12-25\", to: \"2026-12-24\"", "before it begins", "earlier day first")]
    [InlineData("calendars/2026-27.yaml", "day: \"2026-11-25\"", "day: \"2026-11-28\"", "Saturday", "correct the day")]
    [InlineData("calendars/2026-27.yaml", "last-school-day: \"2027-06-11\"", "last-school-day: \"2027-08-11\"", "outside", "speaks-for")]
    [InlineData("calendars/2026-27.yaml", "\"2026-11-27\", offices-closed: true", "\"2026-11-27\"", "offices", "add offices-closed")]
    // district
    [InlineData("directory/district.yaml", "jurisdiction: OR", "jurisdiction: WA", "no jurisdiction \"WA\"", "OR or CA")]
    [InlineData("directory/district.yaml", "America/Los_Angeles", "America/Portland", "not a time zone", "IANA")]
    [InlineData("directory/district.yaml", "calendar: standard", "calendar: standrad", "no calendar \"standrad\"", "did you mean standard?")]
    [InlineData("directory/district.yaml", "languages:", "langauges:", "\"langauges\" is not known here", "languages")]
    // schools
    [InlineData("directory/schools.yaml", "id: malheur-high", "id: north-middle", "there are two schools \"north-middle\"", "another id")]
    [InlineData("directory/schools.yaml", "\"503-555-0101\"", "\"(503) 555-0101\"", "not a phone number", "503-555-0100")]
    [InlineData("directory/schools.yaml", "name: \"Malheur High School\"", "name: \"NMS\"", "already a name of north-middle", "names of its own")]
    [InlineData("directory/schools.yaml", "from: \"08:00\", to: \"14:00\"", "from: \"14:00\", to: \"08:00\"", "closes before it opens", "later time")]
    [InlineData("directory/schools.yaml", "phone: \"503-555-0101\"", "levels: [midle]\n    phone: \"503-555-0101\"", "no level \"midle\"", "did you mean middle?")]
    [InlineData("directory/schools.yaml", "mail: library@example.org", "mail: library", "not a mail address", "name@example.org")]
    [InlineData("directory/schools.yaml", "name: \"Gym\"", "name: \"library \"", "twice", "of its own")]
    // people
    [InlineData("directory/people.yaml", "schools: [north-middle] }", "schools: [north-midle] }", "no school \"north-midle\"", "did you mean north-middle?")]
    [InlineData("directory/people.yaml", "[{ role: counselor, district: true }]", "[{ role: councelor, district: true }]", "no role \"councelor\"", "did you mean counselor?")]
    [InlineData("directory/people.yaml", "[{ role: counselor, district: true }]", "[{ role: counselor }]", "where the role is held", "district: true")]
    [InlineData("directory/people.yaml", "mail: dina@example.org", "mail: ben@example.org", "two people have the mail address", "of their own")]
    [InlineData("directory/people.yaml", "mail: cleo@example.org", "mail: cleo", "not a mail address", "name@example.org")]
    [InlineData("directory/people.yaml", "mail: cleo@example.org", "mail: cleo@example.org, entra-id: cleo", "not an Entra object id", "Object ID")]
    // roster
    [InlineData("directory/roster.yaml", "days: [weekend], from: \"08:00\"", "days: [weekend], from: \"09:30\"", "nobody is duty-counselor on Saturday from 08:00 to 09:30", "every hour")]
    [InlineData("directory/roster.yaml", "days: [weekend]", "days: [sat]", "nobody is duty-counselor on Sunday", "add a shift")]
    [InlineData("directory/roster.yaml", "people: [ana-garcia-lopez, ben-park]", "people: [ana-garcia-lopez, benn-park]", "no person \"benn-park\"", "did you mean ben-park?")]
    [InlineData("directory/roster.yaml", "to: \"2026-12-25\", people: [dina-park]", "to: \"2026-12-25\", people: []", "nobody is on duty", "at least one")]
    [InlineData("directory/roster.yaml", "role: duty-counselor\n    district: true", "role: duty-counselor\n    schools: [north-middle]", "malheur-high has no duty-counselor", "add a duty entry")]
    [InlineData("directory/roster.yaml", "days: [weekend]", "days: [weekends]", "not a day of the week", "weekdays, weekend")]
    // resources
    [InlineData("resources/all.yaml", "owner: counselor", "owner: conselor", "no role \"conselor\"", "did you mean counselor?")]
    [InlineData("resources/all.yaml", "owner: counselor", "status: found", "nobody owns the resources", "weekly list")]
    [InlineData("resources/all.yaml", "name: \"988 Lifeline\", purpose: { en: \"Suicide.\"", "name: \"988 Lifeline\", purpose: { en: \"Suicide. Press 3 for LGBTQ.\"", "ended on 17 July 2025", "Trevor")]
    [InlineData("resources/all.yaml", "{ en: \"For Oregon.\", es: \"Para Oregon.\" }", "\"For Oregon.\"", "purpose is not there in \"es\"", "translate it")]
    [InlineData("resources/all.yaml", "hours: always, languages: [en], areas: [OR]", "hours: always, note: \"Ask.\", languages: [en], areas: [OR]", "note is not there in \"es\"", "translate it")]
    [InlineData("resources/all.yaml", "hours: always, languages: [en], areas: [OR]", "hours: always, confidential-note: \"Ask.\", languages: [en], areas: [OR]", "confidential-note is not there in \"es\"", "translate it")]
    [InlineData("resources/all.yaml", "hours: always, languages: [en], areas: [OR]", "hours: always, cost: \"five dollars\", languages: [en], areas: [OR]", "cost is not there in \"es\"", "translate it")]
    [InlineData("resources/all.yaml", "title: { en: \"Bullying\", es: \"Acoso\" }", "title: \"Bullying\"", "title is not there in \"es\"", "translate it")]
    // asking
    [InlineData("asking/en.yaml", "ages: [\"i'm #\"", "ages: [\"i'm old\"", "\"i'm old\" holds no number", "write #")]
    [InlineData("asking/en.yaml", "area: Malheur", "area: Malhuer", "no resource is of the area \"Malhuer\"", "as the resources name it")]
    [InlineData("asking/en.yaml", "{ k-5:", "{ k-6:", "k-6", "k-5")]
    [InlineData("asking/en.yaml", "\"my # year old\"", "\"!\"", "\"!\" holds no word", "write what people say")]
    [InlineData("asking/en.yaml", "{ twelve: 12 }", "{ twenty-two: 22 }", "\"twenty-two\" is more than one word", "one word")]
    [InlineData("resources/all.yaml", "id: cr-ctl", "id: cr-ctx", "\"cr-ctl\" is missing", "add it")]
    [InlineData("resources/all.yaml", "[oregon-line, cr-ctl,", "[oregan-line, cr-ctl,", "no resource \"oregan-line\"", "did you mean oregon-line?")]
    [InlineData("resources/all.yaml", "phone: \"800-555-0197\", hours: always", "hours: always", "no way to reach anybody", "add phone")]
    [InlineData("resources/all.yaml", "\"hearsay\", confidence: C, status: verify, show-unconfirmed: true", "\"hearsay\", confidence: C, status: found, last-verified: \"2026-11-01\"", "cannot have been verified", "remove last-verified")]
    [InlineData("resources/all.yaml", "time-zone: America/Los_Angeles, only-when-open", "only-when-open", "time-zone is missing", "add time-zone")]
    [InlineData("resources/all.yaml", "areas: [US], source: \"hearsay\", confidence: C, status: verify, show", "areas: [US], confidence: C, status: verify, show", "source is missing", "add source")]
    public void A_planted_fault_is_told_with_file_line_and_cure(string path, string old, string replacement, string what, string cure)
    {
        var reading = SmallDistrict.With(path, old, replacement);
        Assert.Null(reading.District);
        var fault = Assert.Single(reading.Faults, f => f.What.Contains(what, StringComparison.Ordinal));
        Assert.Equal(path, fault.File);
        Assert.True(fault.Line > 0, fault.ToString());
        Assert.Contains(cure, fault.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_names_the_line_it_stands_on()
    {
        var fault = Assert.Single(SmallDistrict.With("directory/schools.yaml", "\"541-555-0102\"", "\"5415550102\"").Faults);
        Assert.Equal(13, fault.Line);
        Assert.Equal("malheur-high", fault.Where);
        Assert.Equal(FaultSeverity.Error, fault.Severity);
    }

    [Theory]
    [InlineData("roles/roles.yaml")]
    [InlineData("directory/district.yaml")]
    [InlineData("directory/schools.yaml")]
    [InlineData("directory/people.yaml")]
    [InlineData("directory/roster.yaml")]
    public void A_missing_file_is_a_fault_and_not_an_exception(string path)
    {
        var files = SmallDistrict.Files();
        files.Remove(path);
        var reading = DistrictReader.Read(files);
        Assert.Null(reading.District);
        Assert.Contains(reading.Faults, f => f.File == path && f.What == "the file is missing");
    }

    [Fact]
    public void A_role_that_nobody_holds_is_a_warning_and_the_district_is_used()
    {
        var reading = SmallDistrict.With("directory/people.yaml", "{ role: nurse, schools: [north-middle, malheur-high, alder-creek] }", "{ role: nurse, schools: [north-middle] }");
        Assert.NotNull(reading.District);
        var warning = Assert.Single(reading.Faults);
        Assert.Equal(FaultSeverity.Warning, warning.Severity);
        Assert.Equal("nobody is nurse at malheur-high, alder-creek", warning.What);
    }

    [Fact]
    public void Everybody_on_duty_being_absent_is_a_fault()
    {
        var files = SmallDistrict.Files();
        files["directory/roster.yaml"] = files["directory/roster.yaml"]
            .Replace("fallback: [dina-park, ana-garcia-lopez]", "fallback: [ana-garcia-lopez]")
            + "\n  - { person: ben-park, from: \"2026-12-01\", to: \"2026-12-01\" }";
        var fault = Assert.Single(DistrictReader.Read(files).Faults);
        Assert.Contains("on 2026-12-01 everybody on duty as duty-counselor is absent", fault.What);
    }

    [Fact]
    public void Two_years_of_one_calendar_must_not_overlap()
    {
        var files = SmallDistrict.Files();
        files["calendars/2027-28.yaml"] = files["calendars/2026-27.yaml"];
        var reading = DistrictReader.Read(files);
        Assert.Contains(reading.Faults, f => f.File == "calendars/2027-28.yaml" && f.What.Contains("overlaps", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_garbage_is_a_fault_and_never_an_exception()
    {
        foreach (var garbage in new[] { "", "- 1", "format: 2", "{", "roles: 3\nschools: 3\npeople: 3\nduty: 3\nresources: [1, [2], {}]\nformat: 1", "\0", "people:\n  - {}\nschools:\n  - {}\nroles:\n  - {}\nduty:\n  - {}\nformat: 1" })
        {
            var reading = DistrictReader.Read(SmallDistrict.Files().ToDictionary(f => f.Key, _ => garbage));
            Assert.Null(reading.District);
            Assert.NotEmpty(reading.Faults);
        }
    }

    [Fact]
    public void Other_content_is_left_alone()
    {
        var files = SmallDistrict.Files();
        files["protocols/x/1.yaml"] = "not: [ours";
        Assert.NotNull(DistrictReader.Read(files).District);
    }

    [Fact]
    public void A_school_of_another_state_keeps_its_own_law_and_the_others_the_districts()
    {
        var district = SmallDistrict.District;
        Assert.Equal("CA", district.JurisdictionOf("alder-creek"));
        Assert.Equal("OR", district.JurisdictionOf("north-middle"));
        Assert.Equal("OR", district.JurisdictionOf(null));
    }
}
