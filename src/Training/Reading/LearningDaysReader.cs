using System.Globalization;
using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>Reads <c>courses/learning-days.yaml</c>. Whether there is school on its dates is for whoever knows the calendar.</summary>
internal static class LearningDaysReader
{
    public static IReadOnlyList<LearningDay> Read(YamlMap? page, CoursesRead courses, List<Mention> mentions)
    {
        var (days, known, taken) = (new List<LearningDay>(), new KnownIds("learning day"), new Dictionary<DateOnly, string>());
        page?.RefuseUnknownKeys("format", "learning-days");
        foreach (var entry in page?.Maps("learning-days") ?? [])
        {
            entry.RefuseUnknownKeys("id", "title", "dates", "blocks", "strands", "source", "status");
            var isKnown = known.Take(entry, out var id);
            var (source, status) = Entry.Origin(entry);
            var blocks = Blocks(entry);
            var day = new LearningDay(id, entry.TextsByLanguage("title"), Dates(entry, id, taken, mentions), blocks, Strands(entry, blocks, courses), source, status);
            if (isKnown) days.Add(day);
        }

        return days;
    }

    private static List<DateOnly> Dates(YamlMap entry, string id, Dictionary<DateOnly, string> taken, List<Mention> mentions)
    {
        var dates = new List<DateOnly>();
        foreach (var node in entry.List("dates").TextNodes())
        {
            if (!DateOnly.TryParseExact(node.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                node.Fault($"\"{node.Value}\" is not a day", "write year, month and day in quotes: \"2026-10-09\"");
                continue;
            }

            if (!taken.TryAdd(date, id)) node.Fault($"{node.Value} is already a day of {taken[date]}", "name each day once");
            mentions.Add(new Mention(Mentioned.LearningDay, node));
            dates.Add(date);
        }

        return dates;
    }

    private static List<DayBlock> Blocks(YamlMap entry)
    {
        var (blocks, known) = (new List<DayBlock>(), new KnownIds("block"));
        foreach (var row in entry.Maps("blocks"))
        {
            row.RefuseUnknownKeys("id", "title", "from", "to", "elective");
            var isKnown = known.Take(row, out var id);
            var block = new DayBlock(id, row.TextsByLanguage("title"), row.Time("from"), row.Time("to"), row.Flag("elective"));
            if (row.Has("from") && row.Has("to") && block.To <= block.From) row["to"]!.Fault("it ends before it begins", "write a later time for to");
            else if (row.Has("from") && blocks.Count > 0 && block.From < blocks[^1].To) row["from"]!.Fault($"it begins before {blocks[^1].Id} ends", "write the blocks in the order of the day, none over another");
            if (isKnown) blocks.Add(block);
        }

        return blocks;
    }

    private static List<Strand> Strands(YamlMap entry, List<DayBlock> blocks, CoursesRead courses)
    {
        var (strands, known) = (new List<Strand>(), new KnownIds("strand"));
        var elective = blocks.Where(b => b.Elective).ToDictionary(b => b.Id, StringComparer.Ordinal);
        foreach (var row in entry.Maps("strands"))
        {
            row.RefuseUnknownKeys("id", "title", "courses");
            var isKnown = known.Take(row, out var id);
            var offered = row.Map("courses");
            foreach (var (key, _) in offered.Entries.Where(e => !elective.ContainsKey(e.Key.Value)))
                key.Fault($"there is no block \"{key.Value}\" in which people choose", elective.Count == 0 ? "write elective: true at a block" : $"use one of {string.Join(", ", elective.Keys)}");
            foreach (var block in elective.Values.Where(b => row.Has("courses") && !offered.Has(b.Id)))
                offered.Fault($"it offers nothing in {block.Id}", $"add {block.Id}: with the ids of its courses");
            var byBlock = elective.Values.Where(b => offered.Has(b.Id)).ToDictionary(b => b.Id, b => Offered(offered, b, courses), StringComparer.Ordinal);
            if (isKnown) strands.Add(new Strand(id, row.TextsByLanguage("title"), byBlock));
        }

        return strands;
    }

    private static IReadOnlyList<string> Offered(YamlMap offered, DayBlock block, CoursesRead courses)
    {
        var nodes = offered.List(block.Id).TextNodes();
        if (offered[block.Id] is YamlList { Count: 0 } empty) empty.Fault($"it offers nothing in {block.Id}", "name at least one course");
        foreach (var node in nodes.Where(n => courses.Known.Check(n, n.Value)))
        {
            var minutes = (int)(block.To - block.From).TotalMinutes;
            if (courses.Course(node.Value) is not { } course) continue;
            if (course.Modality == Modality.SelfPaced) node.Fault($"{course.Id} is self-paced: it has no session that anybody could come to", "name another course");
            else if (course.Minutes > minutes) node.Fault($"{course.Id} takes {course.Minutes} minutes, and {block.Id} has {minutes}", "name a shorter course, or make the block longer");
        }

        return [.. nodes.Select(n => n.Value)];
    }
}
