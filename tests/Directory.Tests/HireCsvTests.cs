namespace SupportBot.Directory.Tests;

/// <summary>A list of hires: what is taken, and why a line is not.</summary>
public class HireCsvTests
{
    private const string Header = "employee id,name,mail,role,school,first day,supervisor mail\n";
    private static readonly DateOnly Today = new(2026, 8, 24);

    private static HireReading Read(string text) => HireCsv.Read(text, SmallDistrict.District, Today);

    private static HireFault OnlyFault(string line)
    {
        var reading = Read(Header + line + "\n");
        Assert.Empty(reading.Rows);
        return Assert.Single(reading.Faults);
    }

    [Theory]
    [InlineData("Employee_ID,Name,Mail,Role,School,First Day,Supervisor Mail", "E-1,Ana Lopez,Ana.Lopez@example.org,Counselor,North Middle School,2026-08-17,lead@example.org")]
    [InlineData("HIRE DATE;Position;Work E-mail;Full Name;Site;Emp #;Reports To", "8/17/2026;counselor;ana.lopez@example.org;Ana Lopez;NMS;E-1;LEAD@example.org")]
    [InlineData("\uFEFFstart date,grade,site,email,employee number,employee name,job title,manager email", "\"17-Aug-2026\",7,north-middle, ana.lopez@example.org ,E-1,Ana Lopez,COUNSELOR,lead@example.org")]
    public void Columns_in_any_order_and_by_the_names_that_other_programs_give_them(string header, string line)
    {
        var row = Assert.Single(Read($"{header}\r\n{line}\r\n").Rows);
        Assert.Equal(("E-1", "Ana Lopez", "ana.lopez@example.org", "counselor", "north-middle", new DateOnly(2026, 8, 17), "lead@example.org", 2L), (row.EmployeeId, row.Name, row.Mail, row.Role.Id, row.School?.Id, row.FirstDay, row.SupervisorMail, row.Line));
        Assert.DoesNotContain("Ana", row.ToString());
    }

    [Theory]
    [InlineData("2026-08-17")]
    [InlineData("8/17/2026")]
    [InlineData("08/17/2026")]
    [InlineData("17-Aug-2026")]
    [InlineData("17 August 2026")]
    [InlineData("\"Aug 17, 2026\"")]
    [InlineData("46251")]
    public void One_day_in_the_styles_in_which_people_and_spreadsheets_write_it(string day) =>
        Assert.Equal(new DateOnly(2026, 8, 17), Assert.Single(Read(Header + $"E-1,Ana Lopez,ana@example.org,nurse,district,{day},\n").Rows).FirstDay);

    [Fact]
    public void Three_styles_in_one_list_are_read_while_each_is_certain()
    {
        var reading = Read(Header + "E-1,Ana Lopez,a@example.org,nurse,NMS,2026-08-03,\nE-2,Ben Ochoa,b@example.org,nurse,NMS,8/4/2026,\nE-3,Cy Ito,c@example.org,nurse,NMS,5-Aug-2026,\nE-4,Di Roy,d@example.org,nurse,NMS,46240,\n");
        Assert.Empty(reading.Faults);
        Assert.Equal([3, 4, 5, 6], reading.Rows.Select(r => r.FirstDay.Day));
    }

    [Fact]
    public void Where_some_line_has_the_day_first_no_date_that_could_be_either_is_taken()
    {
        var reading = Read(Header + "E-1,Ana Lopez,a@example.org,nurse,NMS,8/9/2026,\nE-2,Ben Ochoa,b@example.org,nurse,NMS,17/8/2026,\nE-3,Cy Ito,c@example.org,nurse,NMS,8/8/2026,\nE-4,Di Roy,d@example.org,nurse,NMS,8/17/2026,\nE-5,Ed Bo,e@example.org,nurse,NMS,2026-08-09,\n");
        Assert.Equal(["E-3", "E-4", "E-5"], reading.Rows.Select(r => r.EmployeeId));
        Assert.Equal([(2L, "\"8/9/2026\" may be August 9 or September 8: other lines of this list have the day before the month"), (3L, "\"17/8/2026\" has the day before the month")], reading.Faults.Select(f => (f.Line, f.What)));
    }

    [Theory]
    [InlineData(",Ana Lopez,ana@example.org,nurse,NMS,2026-08-17,", "employee id is missing", "text")]
    [InlineData("1.2E+05,Ana Lopez,ana@example.org,nurse,NMS,2026-08-17,", "employee id", "text")]
    [InlineData("=1+1,Ana Lopez,ana@example.org,nurse,NMS,2026-08-17,", "employee id", "letters")]
    [InlineData("E-1,,ana@example.org,nurse,NMS,2026-08-17,", "name is missing", "last name")]
    [InlineData("E-1,12345,ana@example.org,nurse,NMS,2026-08-17,", "not a name", "last name")]
    [InlineData("E-1,Ana Lopez,,nurse,NMS,2026-08-17,", "mail address is missing", "name@example.org")]
    [InlineData("E-1,Ana Lopez,ana at example,nurse,NMS,2026-08-17,", "not a mail address", "name@example.org")]
    [InlineData("E-1,Ana Lopez,ana@example.org,,NMS,2026-08-17,", "role is missing", "Counselor")]
    [InlineData("E-1,Ana Lopez,ana@example.org,counsellor,NMS,2026-08-17,", "no role \"counsellor\"", "did you mean Counselor?")]
    [InlineData("E-1,Ana Lopez,ana@example.org,astronaut,NMS,2026-08-17,", "no role \"astronaut\"", "as the console shows it")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,,2026-08-17,", "school is missing", "district")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,North Midle School,2026-08-17,", "no school is called", "did you mean North Middle School?")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,,", "first day is missing", "2026-08-17")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,soon,", "not a date", "month first")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,8/17/26,", "not a date", "month first")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,2026-02-30,", "not a date", "2026-08-17")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,2062-08-17,", "more than a year ahead", "year")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,1926-08-17,", "too long ago", "year")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,2026-08-17,lead", "supervisor's mail", "name@example.org")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS,2026-08-17,ANA@example.org", "own supervisor", "leave the cell empty")]
    [InlineData("E-1,Ana Lopez,ana@example.org,nurse,NMS", "the line has 5 cells", "separator")]
    public void A_value_that_cannot_be_right_is_refused_with_a_reason_and_a_cure(string line, string reason, string cure)
    {
        var fault = OnlyFault(line);
        Assert.Contains(reason, fault.What);
        Assert.Contains(cure, fault.Cure);
    }

    [Fact]
    public void Whoever_stands_there_twice_by_id_or_by_mail_is_refused_each_time_and_the_rest_is_taken()
    {
        var reading = Read(Header + "E-1,Ana Lopez,a@example.org,nurse,NMS,2026-08-17,\nE-2,Ben Ochoa,b@example.org,nurse,NMS,2026-08-17,\ne-1,Ana Lopez,a2@example.org,nurse,NMS,2026-08-18,\nE-4,Di Roy,B@example.org,nurse,NMS,2026-08-17,\nE-5,Ed Bo,e@example.org,nurse,NMS,2026-08-17,\n");
        Assert.Equal(["E-5"], reading.Rows.Select(r => r.EmployeeId));
        Assert.Equal([2L, 3L, 4L, 5L], reading.Faults.Select(f => f.Line));
        Assert.Contains("stands in lines 2, 4", reading.Faults[0].What);
        Assert.Contains("the mail address b@example.org stands in lines 3, 5", reading.Faults[1].What);
    }

    [Theory]
    [InlineData("\"=HYPERLINK(\"\"http://evil.example\"\",\"\"Ana\"\")\"", "=HYPERLINK(\"http://evil.example\",\"Ana\")")]
    [InlineData("+Ana Lopez", "+Ana Lopez")]
    [InlineData("-Ana Lopez", "-Ana Lopez")]
    [InlineData("\tAna Lopez", "Ana Lopez")]
    public void What_looks_like_a_formula_stays_text_and_is_none_in_a_list_made_of_it(string cell, string name)
    {
        var row = Assert.Single(Read(Header + $"E-1,{cell},a@example.org,nurse,NMS,2026-08-17,\n").Rows);
        Assert.Equal(name, row.Name);
        Assert.DoesNotMatch("^[\"]?[=+@\t-]", CsvText.Line(row.Name));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-5", "'-5")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("North Middle School", "North Middle School")]
    public void A_cell_that_is_written_is_never_a_formula(string text, string written) => Assert.Equal($"{written},x\r\n", CsvText.Line(text, "x"));

    [Fact]
    public void A_list_without_a_column_in_another_encoding_or_too_large_is_refused_as_a_whole()
    {
        Assert.Contains("no column \"first day\"", Read("employee id,name,mail,role,school\n").Refused);
        Assert.Contains("two columns \"mail\"", Read("employee id,name,mail,email,role,school,first day\n").Refused);
        Assert.Contains("not UTF-8: line 2", Read(Header + "E-1,Jos\uFFFD,a@example.org,nurse,NMS,2026-08-17,\n").Refused);
        Assert.Contains("UTF-16", Read("e\0m\0").Refused);
        Assert.Contains("384 KB", Read(Header + new string('1', HireCsv.Largest)).Refused);
        Assert.Contains("more than 2,500 lines", Read(Header + string.Concat(Enumerable.Range(0, 2_501).Select(n => $"{n},A B,a{n}@example.org,nurse,NMS,2026-08-17,\n"))).Refused);
        Assert.Equal("badge", Assert.Single(Read("badge,employee id,name,mail,role,school,first day\n").Unread).Column);
    }

    [Fact]
    public void A_form_is_read_by_the_same_rules()
    {
        Assert.Null(Assert.Single(HireCsv.Read(new HireText("E-1", "Ana Lopez", "a@example.org", "nurse", "district", "2026-08-17", ""), SmallDistrict.District, Today).Rows).School);
        Assert.Contains("did you mean Counselor?", Assert.Single(HireCsv.Read(new HireText("E-1", "Ana Lopez", "a@example.org", "counselr", "district", "2026-08-17", null), SmallDistrict.District, Today).Faults).Cure);
    }
}
