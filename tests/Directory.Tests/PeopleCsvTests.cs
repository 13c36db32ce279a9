using System.Text;

namespace SupportBot.Directory.Tests;

public class PeopleCsvTests
{
    private const string Header = "name,mail,entra id,other names,phone,roles\n";

    private static PeopleReading Read(string text) => PeopleCsv.Read(Encoding.UTF8.GetBytes(text), "people.csv");

    private static PersonRow Only(string text) => Assert.Single(Read(text).Rows);

    [Theory]
    [InlineData(",", false), InlineData(";", false), InlineData(",", true), InlineData(";", true)]
    public void Commas_and_semicolons_with_and_without_a_byte_order_mark(string comma, bool mark)
    {
        var text = string.Join(comma, "Name", " MAIL ", "Roles", "Entra  ID", "Other names", "phone") + "\r\n" + string.Join(comma, "\"Okafor, Maya\"", "maya@example.org", "\"counselor@a; hr@district\"", "", "\"Ms. \"\"O\"\"; Maya B\"", "503-555-0131") + "\r\n";
        var row = Assert.Single(PeopleCsv.Read(mark ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] : Encoding.UTF8.GetBytes(text), "people.csv").Rows);
        Assert.Null(row.Refused);
        Assert.Equal(("Okafor, Maya", "maya@example.org", "503-555-0131", "people.csv, line 2"), (row.Name, row.Mail, row.Phone, row.Where));
        Assert.Equal(["counselor@a", "hr@district"], row.Posts!);
        Assert.Equal(["Ms. \"O\"", "Maya B"], row.OtherNames!);
    }

    [Fact]
    public void A_column_that_is_not_there_tells_nothing_and_an_empty_cell_tells_that_there_is_none()
    {
        var row = Only("name,mail,roles\nMaya,m@example.org,\n");
        Assert.Equal((null, null, 0), (row.Phone, row.OtherNames, row.Posts!.Count));
        Assert.Equal("", Only(Header + "Maya,m@example.org,,,,\n").Phone);
        Assert.Null(row.Trainings);
        Assert.Equal(["a until 2027-08-31", "b until 2027-06-30"], Only("name,mail,roles,trained in\nMaya,m@example.org,,a until 2027-08-31; b until 2027-06-30\n").Trainings!);
        Assert.Empty(Only("name,mail,roles,trained in\nMaya,m@example.org,,\n").Trainings!);
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+15035550100"), InlineData("@SUM(A1)"), InlineData("\"\t=1\""), InlineData("\"=cmd|' /C calc'!A0\"")]
    public void A_cell_that_begins_like_a_formula_is_refused(string cell)
    {
        Assert.Contains("formula", Only(Header + $"{cell},m@example.org,,,,\n").Refused!.Value.What);
        Assert.Contains("\"phone\" begins like a formula", Only(Header + $"Maya,m@example.org,,,{cell},\n").Refused!.Value.What);
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        var reading = Read(Header + "\nMaya,m@example.org,,,,\"counselor@a;\nhr@district\"\n\nBen,b@example.org,,,,\nCleo,c@example.org\n");
        Assert.Equal(["people.csv, line 3", "people.csv, line 6", "people.csv, line 7"], reading.Rows.Select(r => r.Where));
        Assert.Equal("the line has 2 cells and the first line has 6", reading.Rows[2].Refused!.Value.What);
        Assert.Null(reading.Rows[1].Refused);
    }

    [Fact]
    public void A_stray_quotation_mark_refuses_its_line_and_not_the_next()
    {
        var reading = Read(Header + "Ma\"ya,m@example.org,,,,\nBen,b@example.org,,,,\n");
        Assert.Contains("quotation mark", reading.Rows[0].Refused!.Value.What);
        Assert.Null(reading.Rows[1].Refused);
    }

    [Theory]
    [InlineData("Ben,b@example.org,,,,\n\"Maya,m@example.org,,,,\nCleo,c@example.org,,,,\n")]
    [InlineData("Ben,b@example.org,,,,\n\"Maya,m@example.org,,,,\nCleo,\"c@example.org\",,,,\n")]
    public void A_quotation_mark_that_swallows_other_peoples_lines_refuses_the_file(string lines)
    {
        var reading = Read(Header + lines);
        Assert.Equal("open-quote", reading.Code);
        Assert.Contains("line 3", reading.Sentence);
    }

    [Fact]
    public void Another_encoding_is_told_with_the_line()
    {
        var reading = PeopleCsv.Read((byte[])[.. Encoding.UTF8.GetBytes(Header + "Ben,b@example.org,,,,\n"), .. Encoding.Latin1.GetBytes("José,j@example.org,,,,\n")], "people.csv");
        Assert.Equal("not-utf8", reading.Code);
        Assert.Contains("line 3", reading.Sentence);
        Assert.Equal("not-utf8", PeopleCsv.Read((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header)], "people.csv").Code);
        Assert.Equal("not-utf8", PeopleCsv.Read(Encoding.BigEndianUnicode.GetBytes(Header), "people.csv").Code);
    }

    [Theory]
    [InlineData("", "no-header"), InlineData("\n\n", "no-header"), InlineData("name,mail\nMaya,m@example.org\n", "no-column"), InlineData("name,mail,roles,Mail\n", "two-columns"), InlineData("name\tmail\troles\n", "no-column")]
    public void A_file_without_its_columns_is_refused_as_a_whole(string text, string code) => Assert.Equal(code, Read(text).Code);

    [Fact]
    public void A_column_that_is_not_read_is_told_with_what_was_meant()
    {
        var note = Assert.Single(Read("name,mail,roles,other name\nMaya,m@example.org,,\n").Notes);
        Assert.Equal(("did you mean other names?", false), (note.Cure, note.IsRefusal));
    }

    [Fact]
    public void Files_lines_and_cells_have_limits()
    {
        Assert.Equal("too-large", PeopleCsv.Read(new byte[PeopleCsv.LargestFile + 1], "people.csv").Code);
        Assert.Equal("too-many", Read(Header + string.Concat(Enumerable.Repeat("A,a@example.org,,,,\n", 20_001))).Code);
        Assert.Contains("longer", Only(Header + $"{new string('a', 1_001)},m@example.org,,,,\n").Refused!.Value.What);
    }

    [Fact]
    public void Doubled_people_are_both_refused_with_their_lines()
    {
        var rows = Read("name,mail,roles\n" + string.Join('\n', SmallDistrict.District.PeopleOfContent.Select(p => $"{p.Name},{p.Mail},{string.Join(';', p.Posts.Select(o => $"{o.Role}@{o.SchoolId ?? "district"}"))}")) + "\nBen Park,ben@example.org,hr@district\n").Rows;
        var merged = PeopleMerge.Merge(rows, PeopleBook.Of(SmallDistrict.District), SmallDistrict.District);
        Assert.Null(merged.Refused);
        Assert.Equal(["people.csv, line 3", "people.csv, line 7"], merged.Faults.Where(f => f.IsRefusal).Select(f => f.Where));
        Assert.Contains("people.csv, line 3; people.csv, line 7", merged.Faults[0].What);
    }
}
