using System.Text;

namespace SupportBot.Directory.Tests;

/// <summary>A list of absence figures: what is taken, and why a line is not.</summary>
public class AbsenceCsvTests
{
    private const string Header = "student number,school,days enrolled,days absent,as-of date\n";

    // A Monday in term, 10:07 in Oregon.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 7, 0, TimeSpan.Zero);

    private static AbsenceReading Read(string text) => AbsenceCsv.Read(text, SmallDistrict.District, s => s.Id != "alder-creek", Now);

    private static AbsenceFault OnlyFault(string line)
    {
        var reading = Read(Header + line + "\n");
        Assert.Empty(reading.Rows);
        return Assert.Single(reading.Faults);
    }

    [Theory]
    [InlineData("Student_Number,School,Days Enrolled,Days Absent,As-Of Date", "1001,North Middle School,50,6.5,2026-11-20")]
    [InlineData("AS OF;Absences;Membership;Campus;Student ID", "11/20/2026;6,5;50;NMS;1001")]
    [InlineData("\uFEFFdate,school id,Total Absences,Grade,EnrolledDays,student #", "\"2026-11-20\",north-middle,6.5,7,\"50\",\" 1001 \"")]
    public void Columns_in_any_order_and_by_the_names_that_other_programs_give_them(string header, string line)
    {
        var row = Assert.Single(Read($"{header}\r\n{line}\r\n").Rows);
        Assert.Equal(("1001", "north-middle", 50m, 6.5m, new DateOnly(2026, 11, 20), "2026-27", 2L), (row.Student.Reveal(), row.School.Id, row.Enrolled, row.Absent, row.AsOf, row.Year.Name, row.Line));
    }

    [Fact]
    public void A_bad_line_is_refused_with_its_number_and_the_rest_is_taken()
    {
        var reading = Read(Header + "1001,NMS,50,6,2026-11-20\n\n1002,Nowhere High,50,6,2026-11-20\n1003,NMS,50\n1004,NMS,50,0,2026-11-20\n");
        Assert.Equal(["1001", "1004"], reading.Rows.Select(r => r.Student.Reveal()));
        Assert.Equal([4L, 5L], reading.Faults.Select(f => f.Line));
        Assert.Contains("no school is called \"Nowhere High\"", reading.Faults[0].What);
    }

    [Theory]
    [InlineData(",NMS,50,6,2026-11-20", "student number")]
    [InlineData("1.2E+05,NMS,50,6,2026-11-20", "student number")]
    [InlineData("no number,NMS,50,6,2026-11-20", "student number")]
    [InlineData("=1+1,NMS,50,6,2026-11-20", "formula")]
    [InlineData("+1001,NMS,50,6,2026-11-20", "formula")]
    [InlineData("@SUM(A1),NMS,50,6,2026-11-20", "formula")]
    [InlineData("-1001,NMS,50,6,2026-11-20", "formula")]
    [InlineData("1001,\"=cmd|' /C calc'!A0\",50,6,2026-11-20", "formula")]
    [InlineData("1001,NMS,-50,6,2026-11-20", "\"days enrolled\" begins like a formula")]
    [InlineData("1001,NMS,50,-1,2026-11-20", "\"days absent\" begins like a formula")]
    [InlineData("1001,NMS,fifty,6,2026-11-20", "days enrolled is not a number")]
    [InlineData("1001,NMS,50,1e1,2026-11-20", "days absent is not a number")]
    [InlineData("1001,NMS,50,\"1,000\",2026-11-20", "days absent is not a number")]
    [InlineData("1001,NMS,6,50,2026-11-20", "more days are missed than enrolled")]
    [InlineData("1001,NMS,180,6,2026-11-20", "there were not so many days")]
    [InlineData("1001,NMS,50,6,20.11.2026", "not a date")]
    [InlineData("1001,NMS,50,6,11/20/26", "not a date")]
    [InlineData("1001,NMS,50,6,20/11/2026", "not a date")]
    [InlineData("1001,NMS,50,6,2026-02-30", "not a date")]
    [InlineData("1001,NMS,50,6,46346", "not a date")]
    [InlineData("1001,NMS,50,6,2026-11-24", "has not come yet")]
    [InlineData("1001,NMS,50,6,2026-06-05", "another school year than 2026-27")]
    [InlineData("1001,North Midle,50,6,2026-11-20", "no school is called")]
    [InlineData("1001,Alder Creek Elementary,50,6,2026-11-20", "you do not work with attendance")]
    public void A_value_that_cannot_be_right_is_refused_with_a_reason(string line, string reason) => Assert.Contains(reason, OnlyFault(line).What);

    [Fact]
    public void A_student_who_stands_there_twice_for_one_day_is_refused_both_times_and_leading_zeros_hide_nobody()
    {
        var reading = Read(Header + "1001,NMS,50,6,2026-11-20\n1002,NMS,50,6,2026-11-20\n001001,NMS,50,9,11/20/2026\n1002,NMS,45,5,2026-11-13\n");
        Assert.Equal([2L, 4L], reading.Faults.Select(f => f.Line));
        Assert.All(reading.Faults, f => Assert.Contains("lines 2, 4", f.What));
        Assert.Equal(["1002", "1002"], reading.Rows.Select(r => r.Student.Reveal()));
    }

    [Fact]
    public void A_list_without_a_column_in_another_encoding_or_too_large_is_refused_as_a_whole()
    {
        Assert.Contains("no column \"days absent\"", Read("student number,school,days enrolled,as-of date\n").Refused);
        Assert.Contains("two columns \"student number\"", Read("student id,student number,school,days enrolled,days absent,as-of date\n").Refused);
        Assert.Contains("line 3", Read(Header + "1001,NMS,50,6,2026-11-20\n1002,Se\uFFFDor,50,6,2026-11-20\n").Refused);
        Assert.Contains("UTF-16", Read("s\0t\0u\0").Refused);
        Assert.Contains("128 KB", Read(Header + new string('1', AbsenceCsv.Largest)).Refused);
        Assert.Contains("more than 2,000 lines", Read(Header + string.Concat(Enumerable.Range(0, 2_001).Select(n => $"{n},NMS,50,6,2026-11-20\n"))).Refused);
        Assert.Contains("quotation mark in line 2", Read(Header + "\"1001,NMS,50,6,2026-11-20\n1002,NMS,50,6,2026-11-20\n").Refused);
        Assert.Contains("is empty", Read("").Refused);
    }

    [Fact]
    public void No_reason_quotes_a_students_number_and_printing_a_line_does_not_either()
    {
        var reading = Read(Header + "770077,Nowhere,50,6,2026-11-20\n770077,NMS,5,6,2026-11-20\n770077,NMS,50,6,2026-11-20\n770077,NMS,50,7,2026-11-20\n880088,NMS,50,7,2026-11-20\n");
        Assert.Equal(4, reading.Faults.Count);
        Assert.DoesNotContain("770077", string.Join(' ', reading.Faults));
        Assert.DoesNotContain("880088", reading.Rows[0].ToString());
    }

    [Fact]
    public void A_file_of_bytes_and_the_same_text_read_alike()
    {
        var form = new CsvForm { Name = "x.csv", Columns = [new("a"), new("b", IsNeeded: false)], Largest = 100, LargestInWords = "100 bytes", MostLines = 2, Entries = "lines", LessOfIt = "Less." };
        foreach (var text in new[] { "a,b\n1,2\n", "\uFEFFa;b\n1;\"2\"\n", "b\n1\n", "a\n1\n2\n3\n", $"a\n{new string('1', 100)}\n" })
        {
            var (bytes, pasted) = (CsvSheet.Read(Encoding.UTF8.GetBytes(text), form), CsvSheet.Read(text, form));
            Assert.Equal((bytes.Code, bytes.Sentence), (pasted.Code, pasted.Sentence));
            Assert.Equal(bytes.Lines.Select(l => (l["a"], l["b"])), pasted.Lines.Select(l => (l["a"], l["b"])));
        }
    }
}
