using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads <c>directory/trainings.yaml</c> and <c>slots/slots.yaml</c>. A district may have neither.</summary>
internal static class TrainingsReader
{
    public static IReadOnlyList<TrainingAsked> Trainings(YamlMap? page, KnownIds known)
    {
        var trainings = new List<TrainingAsked>();
        page?.RefuseUnknownKeys("format", "trainings");
        foreach (var entry in page?.Maps("trainings") ?? [])
        {
            entry.RefuseUnknownKeys("id", "title", "source", "status");
            entry.Text("status");
            if (known.Take(entry, out var id)) trainings.Add(new TrainingAsked(id, entry.Text("title"), entry.Text("source")));
        }

        return trainings;
    }

    public static IReadOnlyList<TrainingOnRecord> OnRecord(YamlMap person, KnownIds trainings)
    {
        var records = new List<TrainingOnRecord>();
        foreach (var entry in person.OptionalMaps("trained-in"))
        {
            entry.RefuseUnknownKeys("training", "since", "until");
            var id = entry.Id("training");
            if (entry.Has("training") && trainings.Check(entry["training"]!, id)) records.Add(new TrainingOnRecord(id, entry.Date("until")) { Since = entry.OptionalDate("since") });
        }

        return records;
    }

    public static IReadOnlyList<Slot> Slots(YamlMap? page, KnownIds roles)
    {
        var (slots, known) = (new List<Slot>(), new KnownIds("slot"));
        page?.RefuseUnknownKeys("format", "slots");
        foreach (var entry in page?.Maps("slots") ?? [])
        {
            entry.RefuseUnknownKeys("id", "title", "owner", "status", "text", "until-then");
            var owner = entry.Id("owner");
            if (entry.Has("owner")) roles.Check(entry["owner"]!, owner);
            var text = entry["text"] is YamlScalar { Value: "" } ? "" : entry.OptionalText("text") ?? "";
            var status = entry.Choice<SlotStatus>("status");
            if (entry.Has("status") && (status == SlotStatus.Filled) != (text.Length > 0))
                entry["status"]!.Fault(text.Length > 0 ? "the slot has a text but says that it is empty" : "the slot says that it is filled but has no text", "write status: empty with no text, or status: filled with the district's own");
            if (known.Take(entry, out var id)) slots.Add(new Slot(id, entry.Text("title"), owner, text, entry.Text("until-then")));
        }

        return slots;
    }

    private enum SlotStatus
    {
        Empty,
        Filled,
    }
}
