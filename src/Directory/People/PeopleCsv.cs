namespace SupportBot.Directory;

/// <summary>
/// Reads an export of staff: UTF-8, commas or semicolons, one person a line, with the columns <c>name</c>, <c>mail</c> and <c>roles</c>, and
/// where the district has them <c>entra id</c>, <c>other names</c>, <c>phone</c> and <c>trained in</c>. Several roles, names or trainings in one cell are
/// separated by semicolons: <c>counselor@heron-middle; hr@district</c>.
/// </summary>
public static class PeopleCsv
{
    public const int LargestFile = 5_000_000;

    /// <param name="file">As it is named to an administrator.</param>
    public static PeopleReading Read(ReadOnlyMemory<byte> content, string file)
    {
        var sheet = CsvSheet.Read(content, FormOf(file));
        if (sheet.Code is { } code) return PeopleReading.Failed(code, sheet.Sentence);
        return PeopleReading.Of(
            [.. sheet.Lines.Select(line => Row(line, file))],
            [.. sheet.Unread.Select(unread => new PeopleFault($"{file}, line 1", $"the column \"{unread.Column}\" is not read", unread.Cure, IsRefusal: false))]);
    }

    private static CsvForm FormOf(string file) => new()
    {
        Name = file,
        Columns = [new("name"), new("mail"), new("roles"), new("entra id", IsNeeded: false), new("other names", IsNeeded: false), new("phone", IsNeeded: false), new("trained in", IsNeeded: false)],
        Largest = LargestFile,
        LargestInWords = $"{LargestFile / 1_000_000} MB",
        MostLines = 20_000,
        Entries = "people",
        LessOfIt = "Export staff only.",
    };

    private static PersonRow Row(CsvLine line, string file)
    {
        IReadOnlyList<string>? Several(string name) => line[name]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new PersonRow
        {
            Where = $"{file}, line {line.Number}",
            Name = line["name"]?.Trim() ?? "",
            Mail = line["mail"]?.Trim() ?? "",
            EntraId = line["entra id"],
            Phone = line["phone"],
            OtherNames = Several("other names"),
            Posts = Several("roles"),
            Trainings = Several("trained in"),
            Refused = line.Refused,
        };
    }
}
