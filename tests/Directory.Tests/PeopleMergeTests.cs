namespace SupportBot.Directory.Tests;

public class PeopleMergeTests
{
    private const string AccountA = "aaaaaaaa-0000-4000-8000-000000000001", AccountB = "aaaaaaaa-0000-4000-8000-000000000002";

    private static readonly District District = SmallDistrict.District;

    private static PeopleBook Book => PeopleBook.Of(District);

    /// <summary>The people of the content file as an export would have them.</summary>
    private static List<PersonRow> Everybody() => [.. District.PeopleOfContent.Select((p, i) => RowOf(p, i + 2))];

    private static PersonRow RowOf(Person p, int line) => new()
    {
        Where = $"line {line}", Name = p.Name, Mail = p.Mail, EntraId = p.EntraId,
        Posts = [.. p.Posts.Select(post => $"{post.Role}@{post.SchoolId ?? PostText.District}")],
    };

    private static PersonRow Somebody(string name, string mail, string? entra = null, params string[] posts) =>
        new() { Where = "line 99", Name = name, Mail = mail, EntraId = entra, Posts = posts };

    private static PeopleMerged Merge(IReadOnlyList<PersonRow> rows, PeopleBook? book = null, bool fewerIsMeant = false) => PeopleMerge.Merge(rows, book ?? Book, District, fewerIsMeant);

    private static Person In(PeopleMerged merged, string id) => Assert.Single(merged.Book.People, p => p.Id == id);

    [Fact]
    public void The_same_people_again_change_nothing()
    {
        var merged = Merge(Everybody());
        Assert.Null(merged.Refused);
        Assert.Equal(Book.People.Select(p => (p.Id, p.Name, p.Mail, p.Phone, string.Join(',', p.AlsoKnownAs), string.Join(',', p.Posts))), merged.Book.People.Select(p => (p.Id, p.Name, p.Mail, p.Phone, string.Join(',', p.AlsoKnownAs), string.Join(',', p.Posts))));
        Assert.Empty(merged.Faults);
        Assert.Empty(merged.Came.Concat(merged.Left));
    }

    [Fact]
    public void A_person_keeps_the_id_by_address_whatever_its_case_and_then_by_account_whatever_the_address()
    {
        var rows = Everybody();
        rows[1] = rows[1] with { Mail = "BEN@Example.ORG", EntraId = AccountA.ToUpperInvariant() };
        var first = Merge(rows);
        Assert.Equal(AccountA, In(first, "ben-park").EntraId);

        rows[1] = rows[1] with { Name = "Benjamin Moreno", Mail = "b.moreno@example.org" };
        var second = Merge(rows, first.Book);
        var ben = In(second, "ben-park");
        Assert.Equal(("Benjamin Moreno", "b.moreno@example.org"), (ben.Name, ben.Mail));
        // Students still write the former name, and the other name of the content file stays.
        Assert.Equal(["Coach B", "Ben Park"], ben.AlsoKnownAs);
    }

    [Fact]
    public void An_address_that_belongs_to_another_account_is_handed_over_and_the_identity_is_not()
    {
        var rows = Everybody();
        rows[1] = rows[1] with { EntraId = AccountA };
        var first = Merge(rows);
        rows[1] = rows[1] with { EntraId = AccountB };
        var second = Merge(rows, first.Book);

        Assert.Equal(["ben-park"], second.Left);
        Assert.Equal(AccountB, In(second, "ben-park-2").EntraId);
        Assert.Contains(second.Faults, f => !f.IsRefusal && f.What.Contains("ben-park", StringComparison.Ordinal));
        Assert.Equal(new PersonIdentity("ben-park", AccountA, null, "Ben Park"), Assert.Single(second.Book.Former));

        rows.Add(Somebody("Ben Park", "park@example.org", AccountA));
        Assert.Equal("park@example.org", In(Merge(rows, second.Book), "ben-park").Mail);
    }

    [Fact]
    public void Without_accounts_an_address_under_a_name_of_which_nothing_is_left_is_somebody_else()
    {
        var rows = Everybody();
        rows[2] = rows[2] with { Name = "Zoe Winter" };
        var merged = Merge(rows);
        Assert.Equal(["zoe-winter"], merged.Came);
        Assert.Equal(["cleo-obrien"], merged.Left);

        rows[2] = rows[2] with { Name = "Cleo Winter" };
        Assert.Equal("Cleo Winter", In(Merge(rows), "cleo-obrien").Name);
    }

    [Theory]
    [InlineData(0, "Ana Winter", false)]
    [InlineData(1, "Ben Ode", false)]
    [InlineData(1, "Ben B. Park", true)]
    [InlineData(0, "Ana García", true)]
    public void A_name_of_three_letters_in_common_does_not_make_an_address_speak_for_the_same_person(int row, string name, bool isTheSame)
    {
        var rows = Everybody();
        var before = District.PeopleOfContent[row].Id;
        rows[row] = rows[row] with { Name = name };
        var merged = Merge(rows);
        Assert.Equal(isTheSame, merged.Book.People.Any(p => p.Id == before));
        Assert.Equal(isTheSame ? [] : [before], merged.Left);
    }

    [Fact]
    public void Two_short_names_in_common_or_the_whole_name_do()
    {
        List<PersonRow> rows = [.. Everybody(), Somebody("Kim Lee", "kim@example.org"), Somebody("Bo", "bo@example.org")];
        var first = Merge(rows);
        Assert.Equal(["kim-lee", "bo"], first.Came);
        rows[^2] = rows[^2] with { Name = "Lee, Kim Ann" };
        Assert.Empty(Merge(rows, first.Book).Came);
        rows[^2] = rows[^2] with { Name = "Kim Ode" };
        Assert.Equal(["kim-ode"], Merge(rows, first.Book).Came);
    }

    [Fact]
    public void Who_left_and_comes_back_has_the_same_id_and_nobody_else_ever_gets_it()
    {
        var without = Everybody();
        without.RemoveAt(2);
        var left = Merge(without);
        Assert.Equal(["cleo-obrien"], left.Left);

        var other = Merge([.. without, Somebody("Cleo O'Brien", "c.obrien@example.org")], left.Book);
        Assert.Equal(["cleo-obrien-2"], other.Came);
        var back = Merge([.. without, Everybody()[2]], left.Book);
        Assert.Equal(["cleo-obrien"], back.Came);
        Assert.Empty(back.Book.Former);
    }

    [Theory]
    [InlineData("Zoë Ångström-Lee", "zoe-angstrom-lee")]
    [InlineData("李 小龙", "staff")]
    [InlineData("3rd Grade Pham", "staff")]
    [InlineData("Dina Park", "dina-park-2")]
    public void An_id_is_made_of_the_name(string name, string id) =>
        Assert.Equal([id], Merge([.. Everybody(), Somebody(name, "new@example.org")]).Came);

    [Fact]
    public void Two_rows_with_one_account_or_one_address_are_both_refused_and_whoever_they_mean_stays()
    {
        var rows = Everybody();
        rows[1] = rows[1] with { Name = "Benny Park", Posts = [] };
        rows.Add(Somebody("Ben Other", "Ben@example.org"));
        rows.Add(Somebody("New One", "one@example.org", AccountA));
        rows.Add(Somebody("New Two", "two@example.org", AccountA));
        var merged = Merge(rows);

        Assert.Equal(4, merged.Faults.Count(f => f.IsRefusal));
        Assert.Equal(Book.People[1], In(merged, "ben-park"));
        Assert.Empty(merged.Came);
    }

    [Fact]
    public void A_role_or_school_that_is_not_known_is_refused_with_what_was_meant_and_the_rest_of_the_row_stays()
    {
        var rows = Everybody();
        rows[2] = rows[2] with { Posts = ["counsellor@district", "nurse@north-middle", "nurse@north-midle", "hr"] };
        var merged = Merge(rows);
        Assert.Equal([new Post("nurse", "north-middle")], In(merged, "cleo-obrien").Posts);
        Assert.Equal(["did you mean counselor?", "did you mean north-middle?", "write role@school, such as counselor@north-middle, or role@district for the whole district"], merged.Faults.Where(f => f.IsRefusal).Select(f => f.Cure));
    }

    [Fact]
    public void Staff_without_a_role_are_there_but_a_row_whose_every_role_is_unknown_leaves_the_person_as_they_were()
    {
        var rows = Everybody();
        rows[2] = rows[2] with { Posts = ["consellor@everywhere"] };
        var merged = Merge([.. rows, Somebody("New Teacher", "teacher@example.org")]);
        Assert.Empty(In(merged, "new-teacher").Posts);
        Assert.Equal(Book.People[2].Posts, In(merged, "cleo-obrien").Posts);
    }

    [Theory]
    [InlineData("cleo", "Cleo O'Brien", null)]
    [InlineData("cleo@example.org", "cleo@example.org", null)]
    [InlineData("cleo@example.org", "...", null)]
    [InlineData("cleo@example.org", "Cleo O'Brien", "12345")]
    [InlineData("x<cleo@example.org", "Cleo O'Brien", null)]
    [InlineData("cleo@example.org", "Cleo \u202EO'Brien", null)]
    public void A_row_with_a_broken_address_name_or_number_takes_nobody_off_duty(string mail, string name, string? phone)
    {
        var rows = Everybody();
        rows[2] = rows[2] with { Mail = mail, Name = name, Phone = phone, Posts = ["hr@district"] };
        var merged = Merge(rows);
        Assert.Null(merged.Refused);
        Assert.Same(Book.People[2].Posts, In(merged, "cleo-obrien").Posts);
        Assert.Equal("line 4", Assert.Single(merged.Faults).Where);
    }

    [Fact]
    public void An_address_is_nobody_elses_while_the_row_of_whoever_has_it_is_refused()
    {
        var rows = Everybody();
        rows[1] = rows[1] with { EntraId = AccountA };
        var book = Merge(rows).Book;
        rows[1] = rows[1] with { Mail = "broken" };
        var merged = Merge([.. rows, Somebody("Ben New", "ben@example.org", AccountB)], book);
        Assert.Equal("ben@example.org", In(merged, "ben-park").Mail);
        Assert.Empty(merged.Came);
        Assert.Equal(2, merged.Faults.Count(f => f.IsRefusal));
    }

    [Fact]
    public void What_the_source_does_not_tell_stays_and_numbers_are_put_into_our_form()
    {
        var rows = Everybody();
        rows[0] = rows[0] with { Posts = null };
        rows[1] = rows[1] with { OtherNames = [], Phone = "+1 (503) 555-0177" };
        var merged = Merge(rows);
        Assert.Equal(("503-555-0104", Book.People[0].Posts), (In(merged, "ana-garcia-lopez").Phone, In(merged, "ana-garcia-lopez").Posts));
        Assert.Equal("503-555-0177", In(merged, "ben-park").Phone);
        Assert.Empty(In(merged, "ben-park").AlsoKnownAs);
    }

    private static District WithTrainings { get; } = SmallDistrict.Read(new Dictionary<string, string>(SmallDistrict.Files())
    {
        ["directory/trainings.yaml"] = "format: 1\ntrainings:\n  - { id: screening, title: \"Screening\", source: \"ours\", status: verify }\n",
        ["directory/people.yaml"] = SmallDistrict.Files()["directory/people.yaml"].Replace("mail: ben@example.org, ", "mail: ben@example.org, trained-in: [{ training: screening, until: \"2027-08-31\" }], "),
    }).District!;

    [Fact]
    public void Trainings_come_from_the_source_where_it_tells_them_and_stay_where_it_does_not()
    {
        string TrainingsOf(string id, IReadOnlyList<string>? told, out PeopleMerged merged)
        {
            var rows = Everybody().Select(r => r.Name == District.Person(id)!.Name ? r with { Trainings = told } : r).ToList();
            merged = PeopleMerge.Merge(rows, PeopleBook.Of(WithTrainings), WithTrainings);
            return string.Join(';', In(merged, id).Trainings.Select(t => $"{t.Training} {(t.Since is { } since ? $"{since:yyyy-MM-dd} to " : "")}{t.Until:yyyy-MM-dd}"));
        }

        Assert.Equal("screening 2028-06-30", TrainingsOf("dina-park", ["screening until 2028-06-30"], out _));
        Assert.Equal("screening 2026-06-30 to 2028-06-30", TrainingsOf("dina-park", ["screening since 2026-06-30 until 2028-06-30"], out _));
        // A day that cannot be read is not one that is not told.
        Assert.Equal("screening 2027-08-31", TrainingsOf("ben-park", ["screening since June until 2028-06-30"], out var unread));
        Assert.Single(unread.Faults);
        Assert.Equal("screening 2027-08-31", TrainingsOf("ben-park", null, out _));
        Assert.Equal("", TrainingsOf("ben-park", [], out _));
        Assert.Equal("screening 2027-08-31", TrainingsOf("ben-park", ["screening"], out var merged));
        Assert.Equal("write the training and its last day, such as level-1-screening until 2027-08-31", Assert.Single(merged.Faults).Cure);
        Assert.Equal("screening 2027-08-31", TrainingsOf("ben-park", ["screning until 2028-06-30"], out merged));
        Assert.Equal("did you mean screening?", Assert.Single(merged.Faults).Cure);
    }

    [Fact]
    public void A_source_that_gives_nobody_or_fewer_than_half_is_refused_as_a_whole()
    {
        Assert.StartsWith("The source gives nobody.", Merge([]).Refused);
        Assert.Contains("every row is refused", Merge([Somebody("", "")]).Refused);
        var two = Merge([.. Everybody().Where(r => r.Name is "Ben Park" or "Dina Park")]);
        Assert.StartsWith("Of the 5 people of before, the source has only 2", two.Refused);
        Assert.Equal(Book.People, two.Book.People);
        Assert.Null(Merge([.. Everybody().Take(3)]).Refused);
        Assert.Null(Merge([.. Everybody().Take(2)], fewerIsMeant: true).Refused);
    }

    [Fact]
    public void A_crowd_of_strangers_in_the_place_of_everybody_is_refused() =>
        Assert.NotNull(Merge([.. Enumerable.Range(0, 50).Select(i => Somebody($"Pupil Number{(char)('a' + (i % 26))}", $"pupil{i}@example.org"))]).Refused);

    [Fact]
    public void A_source_whose_roles_are_gone_is_refused_though_everybody_is_there() =>
        Assert.Contains("roles", Merge([.. Everybody().Select(r => r with { Posts = [] })]).Refused);

    [Fact]
    public void Nobody_can_mean_that_no_one_is_left_to_be_called_day_and_night()
    {
        var merged = Merge([.. Everybody().Where(r => r.Name.StartsWith("Cleo", StringComparison.Ordinal) || r.Name.StartsWith("Eli", StringComparison.Ordinal))], fewerIsMeant: true);
        Assert.StartsWith("Nobody would be left who can be called as duty-counselor", merged.Refused);
    }

    [Fact]
    public void Who_left_and_still_stands_on_the_roster_is_told()
    {
        var merged = Merge([.. Everybody().Where(r => r.Name != "Dina Park")]);
        Assert.Contains(merged.Faults, f => !f.IsRefusal && f.Where == "directory/roster.yaml" && f.What.StartsWith("dina-park ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_content_file_that_gives_an_id_to_somebody_else_is_told_and_does_not_move_the_id()
    {
        var rows = Everybody();
        rows[1] = rows[1] with { EntraId = AccountA };
        var book = Merge(rows).Book;
        var other = SmallDistrict.With("directory/people.yaml", "mail: ben@example.org", $"mail: ben@example.org, entra-id: {AccountB}").District!;
        var merged = PeopleMerge.Merge(rows, book, other);
        Assert.Equal(AccountA, In(merged, "ben-park").EntraId);
        Assert.Contains(merged.Faults, f => f.Where.Contains("ben-park", StringComparison.Ordinal) && f.What.Contains("another account", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_in_which_people_are_called_does_not_hang_on_the_order_of_the_rows()
    {
        var rows = Everybody();
        rows.Reverse();
        rows.Insert(0, Somebody("Ada New", "ada@example.org", null, "counselor@north-middle"));
        Assert.Equal(["ana-garcia-lopez", "ben-park", "cleo-obrien", "eli-stone", "dina-park", "ada-new"], Merge(rows).Book.People.Select(p => p.Id));
    }

    [Fact]
    public void Whoever_comes_later_does_not_get_an_id_that_the_content_file_gives_somebody_else()
    {
        // Before the district wrote them by hand, the source had brought this account with an id of its own.
        var first = Merge([.. Everybody(), Somebody("Dina Cruz", "cruz@example.org", AccountA)]);
        var written = SmallDistrict.With("directory/people.yaml", "  - { id: dina-park,", $"  - {{ id: ada-new, name: \"Dina Cruz\", mail: cruz@example.org, entra-id: {AccountA}, roles: [{{ role: hr, district: true }}] }}\n  - {{ id: dina-park,");
        Assert.NotNull(written.District);

        var merged = PeopleMerge.Merge([.. Everybody(), Somebody("Dina Cruz", "cruz@example.org", AccountA), Somebody("Ada New", "ada@example.org")], first.Book, written.District);
        Assert.Equal(["ada-new-2"], merged.Came);
        Assert.Equal(AccountA, In(merged, "dina-cruz").EntraId);
    }
}
