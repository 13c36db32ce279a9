using SupportBot.Directory;

namespace SupportBot.Directory.Tests;

/// <summary>A whole district in a few lines, two states and two time zones, for tests to read, alter and break.</summary>
internal static class SmallDistrict
{
    public static District District { get; } = Read(Files()).District ?? throw new InvalidOperationException(string.Join('\n', Read(Files()).Faults));

    public static DistrictReading Read(IReadOnlyDictionary<string, string> files) => DistrictReader.Read(files);

    /// <summary>The district with one piece of text replaced; the piece must occur exactly once.</summary>
    public static DistrictReading With(string path, string old, string replacement)
    {
        var files = Files();
        Assert.Equal(2, files[path].Split(old).Length);
        files[path] = files[path].Replace(old, replacement);
        return DistrictReader.Read(files);
    }

    public static Dictionary<string, string> Files() => new()
    {
        ["roles/roles.yaml"] = Roles,
        ["calendars/2026-27.yaml"] = Calendar,
        ["directory/district.yaml"] = Page,
        ["directory/schools.yaml"] = Schools,
        ["directory/people.yaml"] = People,
        ["directory/roster.yaml"] = Roster,
        ["resources/all.yaml"] = Resources,
        ["asking/en.yaml"] = Asking,
    };

    private const string Roles = """
        format: 1
        roles:
          - { id: counselor, title: "Counselor", description: "Listens.", out-of-hours: false }
          - { id: duty-counselor, title: "Duty counselor", description: "Takes urgent alerts.", out-of-hours: true }
          - { id: nurse, title: "School nurse", also-known-as: ["nurse", "enfermera"], description: "Health.", out-of-hours: false }
          - { id: hr, title: "Human resources", description: "Employees.", out-of-hours: false }
        """;

    private const string Calendar = """
        format: 1
        calendar: standard
        year: "2026-27"
        speaks-for: { from: "2026-08-01", to: "2027-07-31" }
        first-school-day: "2026-09-01"
        last-school-day: "2027-06-11"
        closed:
          - { name: "Thanksgiving", from: "2026-11-26", to: "2026-11-27", offices-closed: true }
          - { name: "Winter break", from: "2026-12-21", to: "2027-01-01", offices-closed: false }
          - { name: "Christmas", from: "2026-12-24", to: "2026-12-25", offices-closed: true }
        early-release:
          - { name: "Before Thanksgiving", day: "2026-11-25", closes: "12:00" }
        """;

    private const string Page = """
        format: 1
        id: elmwood
        name: "Elmwood (test)"
        public-name: "Elmwood Student Support (test)"
        jurisdiction: OR
        time-zone: America/Los_Angeles
        calendar: standard
        office-hours: [{ days: [weekdays], from: "08:00", to: "17:00" }]
        languages: [en, es]
        areas: [elmwood]
        """;

    private const string Schools = """
        format: 1
        schools:
          - id: north-middle
            name: "North Middle School"
            also-known-as: ["NMS"]
            hours: [{ days: [weekdays], from: "08:00", to: "15:00" }]
            phone: "503-555-0101"
            rooms: [{ id: library, name: "Library", mail: library@example.org }, { id: gym, name: "Gym" }]
          - id: malheur-high
            name: "Malheur High School"
            time-zone: America/Boise
            hours: [{ days: [weekdays], from: "08:00", to: "15:00" }]
            phone: "541-555-0102"
          - id: alder-creek
            name: "Alder Creek Elementary"
            jurisdiction: CA
            hours: [{ days: [weekdays], from: "08:00", to: "14:00" }]
            phone: "650-555-0103"
        """;

    private const string People = """
        format: 1
        people:
          - { id: ana-garcia-lopez, name: "Ana García-López", mail: ana@example.org, phone: "503-555-0104", roles: [{ role: counselor, schools: [north-middle] }, { role: duty-counselor, district: true }] }
          - { id: ben-park, name: "Ben Park", also-known-as: ["Coach B"], mail: ben@example.org, roles: [{ role: counselor, schools: [north-middle, alder-creek] }, { role: duty-counselor, district: true }] }
          - { id: cleo-obrien, name: "Cleo O'Brien", mail: cleo@example.org, roles: [{ role: counselor, district: true }] }
          - { id: eli-stone, name: "Eli Stone", mail: eli@example.org, roles: [{ role: hr, district: true }, { role: nurse, schools: [north-middle, malheur-high, alder-creek] }] }
          - { id: dina-park, name: "Dina Park", mail: dina@example.org, roles: [{ role: duty-counselor, district: true }] }
        """;

    private const string Roster = """
        format: 1
        duty:
          - role: duty-counselor
            district: true
            shifts:
              - { days: [weekdays], from: "08:00", to: "16:00", people: [ana-garcia-lopez, ben-park] }
              - { days: [weekdays], from: "16:00", to: "08:00", people: [ben-park] }
              - { days: [weekend], from: "08:00", to: "08:00", people: [dina-park] }
            overrides:
              - { from: "2026-12-24", to: "2026-12-25", people: [dina-park] }
            fallback: [dina-park, ana-garcia-lopez]
        absences:
          - { person: ana-garcia-lopez, from: "2026-11-30", to: "2026-12-01" }
        """;

    private const string Asking = """
        format: 1
        language: en
        owner: counselor
        numbers: { twelve: 12 }
        not: ["# minutes"]
        family: ["my (|own) (son|daughter)", "my # year old"]
        student: ["i'm #"]
        ages: ["i'm #", "# year old"]
        grades: ["#(|th) grade"]
        bands: { k-5: ["kinder*"], "9-12": ["high school", "高中"] }
        places:
          - { area: OR, within: [], names: ["Oregon"] }
          - { area: Malheur, within: [OR], names: ["Ontario Oregon", "Malheur"] }
          - { area: CA, within: [], names: ["San José"] }
        """;

    private const string Resources = """
        format: 1
        owner: counselor
        resources:
          - { id: emer-911, name: "Emergency 911", purpose: { en: "Danger now.", es: "Peligro." }, who: [student, family, staff], phone: "911", hours: always, languages: [en], areas: [US], source: "test", confidence: A, status: found, last-verified: "2026-11-01" }
          - { id: cr-988, name: "988 Lifeline", purpose: { en: "Suicide.", es: "Suicidio." }, who: [student, family, staff], phone: "988", text: { to: "988" }, hours: always, languages: [en, es], areas: [US], source: "test", confidence: A, status: found, last-verified: "2026-11-01" }
          - { id: cr-ctl, name: "Crisis Text Line", purpose: { en: "Any crisis.", es: "Cualquier crisis." }, who: [student, family, staff], text: { word: HOME, to: "741741" }, hours: always, languages: [en], areas: [US], source: "test", confidence: B, status: found, last-verified: "2026-11-01" }
          - { id: day-line, name: "Day line", purpose: { en: "Talk about bullying.", es: "Habla del acoso." }, who: [student], phone: "800-555-0199", hours: [{ days: [weekdays], from: "11:00", to: "20:00" }, { days: [sat], from: "09:00", to: "14:00" }], time-zone: America/Los_Angeles, languages: [en], areas: [US], source: "test", confidence: B, status: found, last-verified: "2026-11-01", keywords: ["bully"] }
          - { id: night-line, name: "Night line", purpose: { en: "Talk at night.", es: "Habla de noche." }, who: [student], phone: "800-555-0198", hours: [{ days: [every-day], from: "20:00", to: "06:00" }], time-zone: America/Los_Angeles, only-when-open: true, languages: [en], areas: [US], source: "test", confidence: B, status: found, last-verified: "2026-11-01" }
          - { id: oregon-line, name: "Oregon line", purpose: { en: "For Oregon.", es: "Para Oregon." }, who: [student], phone: "800-555-0197", hours: always, languages: [en], areas: [OR], source: "test", confidence: A, status: found, last-verified: "2026-11-01" }
          - { id: california-line, name: "California line", purpose: { en: "For California.", es: "Para California." }, who: [student], phone: "800-555-0196", hours: always, languages: [en], areas: [CA], source: "test", confidence: A, status: found, last-verified: "2026-11-01" }
          - { id: rumored-line, name: "Rumored line", purpose: { en: "Perhaps.", es: "Quizás." }, who: [student], phone: "800-555-0195", hours: unknown, languages: [en], areas: [US], source: "hearsay", confidence: C, status: verify, show-unconfirmed: true }
          - { id: hidden-line, name: "Hidden line", purpose: { en: "Perhaps.", es: "Quizás." }, who: [student], phone: "800-555-0194", hours: unknown, languages: [en], areas: [US], source: "hearsay", confidence: C, status: verify }
          - { id: closed-line, name: "Closed line", purpose: { en: "Was.", es: "Era." }, who: [student], hours: unknown, languages: [en], areas: [US], source: "test", confidence: B, status: found, state: closed }
          - { id: parent-line, name: "Parent line", purpose: { en: "For families.", es: "Para familias." }, who: [family], phone: "800-555-0193", hours: always, languages: [en], areas: [US], source: "test", confidence: B, status: found, last-verified: "2026-11-01" }
          - { id: small-line, name: "Small line", purpose: { en: "For small ones.", es: "Para pequeños." }, who: [student], phone: "800-555-0192", hours: always, languages: [en], areas: [US], grades: [k-5], source: "test", confidence: B, status: found, last-verified: "2026-11-01" }
          - { id: teen-line, name: "Teen line", purpose: { en: "For teens.", es: "Para jóvenes." }, who: [student], phone: "800-555-0191", hours: always, languages: [en], areas: [US], grades: [6-8, 9-12], source: "test", confidence: B, status: found, last-verified: "2026-11-01" }
          - { id: malheur-line, name: "Malheur line", purpose: { en: "For Malheur.", es: "Para Malheur." }, who: [student], phone: "800-555-0190", hours: always, languages: [en], areas: [Malheur], source: "test", confidence: B, status: found, last-verified: "2026-11-01" }
        lists:
          - { id: crisis-lines, title: "Now", resources: [oregon-line, cr-ctl, california-line, day-line] }
        topics:
          - { id: bullying, title: { en: "Bullying", es: "Acoso" }, keywords: ["mean"], resources: [closed-line, hidden-line, day-line, rumored-line, oregon-line, california-line, night-line, parent-line, cr-ctl] }
          - { id: food, title: { en: "Food", es: "Comida" }, resources: [parent-line, day-line, oregon-line, california-line, small-line, teen-line, malheur-line, cr-ctl] }
        """;
}
