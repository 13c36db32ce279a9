namespace SupportBot.Directory.Tests;

/// <summary>A list of what staff completed before: what is taken, and why a line is not.</summary>
public class EarlierCsvTests
{
    private const string Header = "employee id,course,completed on,source,mail\n";
    private static readonly DateOnly Today = new(2026, 11, 23), Earliest = new(2016, 11, 23);

    private static EarlierReading Read(string text) => EarlierCsv.Read(text, Today, Earliest);

    [Theory]
    [InlineData("Employee_ID,Course,Completed On,Source,Mail", "E-1,SP-L1,2026-08-17, Lakeside  district ,Ana.Lopez@example.org")]
    [InlineData("PROVIDER;Completion Date;Work E-mail;Course ID;Emp #", "Lakeside district;8/17/2026;ana.lopez@example.org;SP-L1;E-1")]
    [InlineData("\uFEFFemployee number,grade,training,date completed,by whom,email", "E-1,7,SP-L1,\"17-Aug-2026\",\"Lakeside\ndistrict\", ana.lopez@example.org ")]
    public void Columns_in_any_order_and_by_the_names_that_other_programs_give_them(string header, string line)
    {
        var row = Assert.Single(Read($"{header}\r\n{line}\r\n").Rows);
        Assert.Equal(("E-1", "ana.lopez@example.org", "SP-L1", new DateOnly(2026, 8, 17), "Lakeside district", 2L), (row.EmployeeId, row.Mail, row.Course, row.On, row.Source, row.Line));
        Assert.DoesNotContain("Lakeside", row.ToString());
        Assert.DoesNotContain("E-1", row.ToString());
    }

    [Theory]
    [InlineData("2026-08-17")]
    [InlineData("8/17/2026")]
    [InlineData("17-Aug-2026")]
    [InlineData("46251")]
    public void One_day_in_the_styles_in_which_people_and_spreadsheets_write_it(string day) =>
        Assert.Equal(new DateOnly(2026, 8, 17), Assert.Single(Read(Header + $"E-1,SP-L1,{day},Lakeside,\n").Rows).On);

    [Fact]
    public void Where_some_line_has_the_day_first_no_date_that_could_be_either_is_taken()
    {
        var reading = Read(Header + "E-1,SP-L1,8/9/2026,x,\nE-2,SP-L1,17/8/2026,x,\nE-3,SP-L1,8/8/2026,x,\nE-4,SP-L1,8/17/2026,x,\n");
        Assert.Equal(["E-3", "E-4"], reading.Rows.Select(r => r.EmployeeId));
        Assert.Equal([(2L, "\"8/9/2026\" may be August 9 or September 8: other lines of this list have the day before the month"), (3L, "\"17/8/2026\" has the day before the month")], reading.Faults.Select(f => (f.Line, f.What)));
    }

    [Theory]
    [InlineData(",SP-L1,2026-08-17,x,", "the employee id is missing", "column mail")]
    [InlineData("1.2E+05,SP-L1,2026-08-17,x,", "the employee id is no id", "text")]
    [InlineData("=1+1,SP-L1,2026-08-17,x,a@example.org", "the employee id is no id", "letters")]
    [InlineData("E-1,SP-L1,2026-08-17,x,ana", "\"ana\" is not a mail address", "name@example.org")]
    [InlineData("E-1, ,2026-08-17,x,", "the course is missing", "title")]
    [InlineData("E-1,SP-L1,,x,", "the day is missing", "2026-08-17")]
    [InlineData("E-1,SP-L1,last summer,x,", "\"last summer\" is not a date", "month first")]
    [InlineData("E-1,SP-L1,2026-02-30,x,", "\"2026-02-30\" is not a date", "month first")]
    [InlineData("E-1,SP-L1,2026-11-24,x,", "the day 2026-11-24 has not come yet", "on which it was completed")]
    [InlineData("E-1,SP-L1,2016-11-22,x,", "the day 2016-11-22 is too long ago", "from 2016-11-23 on")]
    [InlineData("E-1,SP-L1,1926-08-17,x,", "the day 1926-08-17 is too long ago", "the year")]
    [InlineData("E-1,SP-L1,2026-08-17, ,", "the source is missing", "by whom")]
    [InlineData("E-1,SP-L1,2026-08-17", "3 cells and the first line has 5", "separator")]
    public void A_line_is_refused_with_its_number_the_reason_and_the_cure(string line, string what, string cure)
    {
        var reading = Read(Header + line + "\nE-9,SP-L1,2026-08-17,x,\n");
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(2, fault.Line);
        Assert.Contains(what, fault.What);
        Assert.Contains(cure, fault.Cure);
        Assert.Equal("E-9", Assert.Single(reading.Rows).EmployeeId);
        Assert.Equal("line 2", fault.ToString());
    }

    [Fact]
    public void Today_and_the_first_day_that_is_taken_are_taken_and_so_is_the_longest_source()
    {
        var reading = Read(Header + $"E-1,SP-L1,2026-11-23,{new string('x', EarlierCsv.LongestSource)},\nE-2,SP-L1,2016-11-23,x,\nE-3,SP-L1,2026-11-23,{new string('x', EarlierCsv.LongestSource + 1)},\n");
        Assert.Equal(["E-1", "E-2"], reading.Rows.Select(r => r.EmployeeId));
        Assert.Contains("longer than 150 letters", Assert.Single(reading.Faults).What);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("-5")]
    public void What_looks_like_a_formula_stays_text_and_is_none_in_a_list_made_of_it(string source)
    {
        var row = Assert.Single(Read(Header + $"E-1,SP-L1,2026-08-17,{source},\n").Rows);
        Assert.Equal(source, row.Source);
        Assert.StartsWith("'", CsvText.Line(row.Source), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_a_column_in_another_encoding_or_too_large_is_refused_as_a_whole()
    {
        Assert.Contains("no column \"source\"", Read("employee id,course,completed on\n").Refused);
        Assert.Contains("mail may stand beside them", Read("employee id,course,completed on\n").Refused);
        Assert.Contains("two columns \"course\"", Read("employee id,course id,course title,completed on,source\n").Refused);
        Assert.Contains("not UTF-8: line 2", Read(Header + "E-1,SP-L1,2026-08-17,Jos\uFFFD,\n").Refused);
        Assert.Contains("UTF-16", Read("e\0m\0").Refused);
        Assert.Contains("384 KB", Read(Header + new string('1', EarlierCsv.Largest)).Refused);
        Assert.Contains("more than 2,500 lines", Read(Header + string.Concat(Enumerable.Range(0, 2_501).Select(n => $"E-{n},SP-L1,2026-08-17,x,\n"))).Refused);
        Assert.Equal("badge", Assert.Single(Read("badge,employee id,course,completed on,source\n").Unread).Column);
    }
}
