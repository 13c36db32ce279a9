using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>Reads <c>courses/feedback.yaml</c>.</summary>
internal static class FeedbackReader
{
    private static readonly string[] About = ["awareness", "efficacy"];

    public static IReadOnlyList<FeedbackItem> Read(YamlMap? page)
    {
        var (items, known) = (new List<FeedbackItem>(), new KnownIds("feedback"));
        page?.RefuseUnknownKeys("format", "feedback");
        foreach (var entry in page?.Maps("feedback") ?? [])
        {
            entry.RefuseUnknownKeys("id", "about", "text", "source", "status");
            var isKnown = known.Take(entry, out var id);
            var about = entry.Text("about");
            if (about.Length > 0 && KnownIds.Missing("about", about, About) is { } wrong) entry["about"]!.Fault(wrong.What, wrong.Cure);
            var (source, status) = Entry.Origin(entry);
            var item = new FeedbackItem(id, about == About[1] ? FeedbackAbout.Efficacy : FeedbackAbout.Awareness, entry.TextsByLanguage("text"), source, status);
            if (isKnown) items.Add(item);
        }

        return items;
    }
}
