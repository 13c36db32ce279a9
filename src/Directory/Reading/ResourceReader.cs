using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads the files under <c>resources/</c>; each may hold <c>resources</c>, <c>lists</c> and <c>topics</c>.</summary>
internal static class ResourceReader
{
    public static ResourceShelf? Read(IReadOnlyList<YamlMap> pages, KnownIds roles)
    {
        if (pages.Count == 0) return null;
        var (known, lists, topics) = (new KnownIds("resource"), new KnownIds("resource list"), new KnownIds("resource topic"));
        var resources = new List<Resource>();
        foreach (var page in pages)
        {
            page.RefuseUnknownKeys("format", "owner", "status", "reviewed", "resources", "lists", "topics");
            foreach (var entry in page.OptionalMaps("resources"))
                if (known.Take(entry, out var id)) resources.Add(ResourceEntry.Read(entry, id, page.OptionalTexts("reviewed")));
        }
        var listsRead = pages.SelectMany(p => p.OptionalMaps("lists")).Select(row => List(row, lists, known)).ToList();
        var topicsRead = pages.SelectMany(p => p.OptionalMaps("topics").Select(row => Topic(row, topics, known, p.OptionalTexts("reviewed")))).ToList();
        foreach (var id in ResourceShelf.NeverHidden.Where(id => !resources.Exists(r => r.Id == id && r.State != ResourceState.Closed)))
            pages[0].Fault($"the resource \"{id}\" is missing; it must be shown on every list", "add it under resources");
        var owners = pages.Where(p => p.Has("owner")).Select(p => p.Id("owner")).Distinct(StringComparer.Ordinal).ToList();
        if (owners.Count != 1)
            pages[0].Fault(owners.Count == 0 ? "nobody owns the resources" : $"the resources have {owners.Count} owners: {string.Join(", ", owners)}", "name one role as owner, in one of the files: it gets the weekly list of what is to be verified");
        foreach (var page in pages.Where(p => p.Has("owner"))) roles.Check(page["owner"]!, page.Id("owner"));
        return owners.Count > 0 && ResourceShelf.NeverHidden.All(known.Has) ? new ResourceShelf(resources, listsRead, topicsRead, owners[0]) : null;
    }

    private static ResourceList List(YamlMap row, KnownIds lists, KnownIds resources)
    {
        row.RefuseUnknownKeys("id", "title", "resources");
        lists.Take(row, out var id);
        return new ResourceList(id, row.Text("title"), resources.CheckAll(row.List("resources")));
    }

    private static ResourceTopic Topic(YamlMap row, KnownIds topics, KnownIds resources, IReadOnlyList<string> reviewed)
    {
        row.RefuseUnknownKeys("id", "title", "answer", "resources", "keywords", "begins", "source");
        topics.Take(row, out var id);
        return new ResourceTopic(id, Fields.Wording(row, "title"), resources.CheckAll(row.List("resources")), row.OptionalTexts("keywords"))
        {
            Answer = row.Has("answer") ? Fields.Wording(row, "answer") : null,
            Begins = row.OptionalId("begins"),
            Reviewed = reviewed,
        };
    }
}
