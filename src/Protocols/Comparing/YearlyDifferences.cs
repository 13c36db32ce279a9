using System.Globalization;

namespace SupportBot.Protocols;

/// <summary>What the school's year begins by itself.</summary>
internal static class YearlyDifferences
{
    public static void Note(Protocol before, Protocol after, ComparedWords words, DifferenceNotes notes)
    {
        string Told(YearlyStart start) => string.Create(CultureInfo.InvariantCulture, $"on {start.On.InEnglish}, to {words.Role(start.Tells)} of {(start.Levels.Count == 0 ? "every school" : string.Join(", ", start.Levels))}, due on {start.Due.InEnglish}");
        foreach (var gone in before.Yearly.Where(b => after.Yearly.All(a => a.Id != b.Id))) notes.Add($"The year no longer begins {ComparedWords.Quoted(gone.Text)}");
        foreach (var start in after.Yearly)
        {
            if (before.Yearly.FirstOrDefault(b => b.Id == start.Id) is not { } was)
            {
                notes.Add($"Every year it now begins by itself {Told(start)}: {ComparedWords.Quoted(start.Text)}");
                continue;
            }

            if (Told(was) != Told(start)) notes.Add($"Every year it begins by itself {Told(start)}; before: {Told(was)}.");
            notes.Reworded(was.Text, start.Text, $"What the year tells on {start.On.InEnglish}");
        }
    }
}
