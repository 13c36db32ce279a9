namespace SupportBot.Directory;

/// <summary>Gives each row the id of whoever it means, in the order in which that is certain: account, address, name, and last a new id.</summary>
internal static class WhoIsWho
{
    public static void Settle(List<RowInMerge> rows, Dictionary<string, Person> inForce, Identities identities)
    {
        HashSet<string> taken = [];
        foreach (var row in rows.Where(r => identities.OfEntra(r.EntraId) is not null)) taken.Add(row.Id = identities.OfEntra(row.EntraId)!);
        foreach (var row in rows.Where(r => r.Id is null).OrderBy(r => r.IsRefused)) ByMail(row, taken, identities);
        foreach (var row in rows.Where(r => r is { Id: null, IsRefused: true })) ByName(row, rows, taken, inForce);
        RefuseTakenAddresses(rows, inForce);
        foreach (var row in rows.Where(r => r is { Id: null, IsRefused: false })) row.Id = identities.Make(row.Name);
    }

    private static void ByMail(RowInMerge row, HashSet<string> taken, Identities identities)
    {
        var id = identities.OfMail(row, out var before);
        if (id is not null && !taken.Contains(id)) taken.Add(row.Id = id);
        else if (before is not null && !row.IsRefused)
            row.Remark($"the address {row.Mail} was {before}'s; this is somebody else, with an id of their own", "nothing, where the address was handed over; where it is the same person, ask IT for the account that they had");
    }

    // Only to keep somebody as they were: a name finds nobody's id for a row that counts.
    private static void ByName(RowInMerge row, List<RowInMerge> rows, HashSet<string> taken, Dictionary<string, Person> inForce)
    {
        var name = PlainWords.Of(row.Name);
        if (name.Length == 0 || rows.Count(r => r.Id is null && PlainWords.Of(r.Name) == name) > 1) return;
        var same = inForce.Values.Where(p => !taken.Contains(p.Id) && PlainWords.Of(p.Name) == name).Take(2).ToList();
        if (same is [var person]) taken.Add(row.Id = person.Id);
    }

    // Somebody whose own row is refused stays as they were, address included; nobody else can have it meanwhile. Each refusal may keep another person, so it goes on until none is new.
    private static void RefuseTakenAddresses(List<RowInMerge> rows, Dictionary<string, Person> inForce)
    {
        for (var more = true; more;)
        {
            more = false;
            var stay = rows.Where(r => r.IsRefused && r.Id is not null && inForce.ContainsKey(r.Id)).DistinctBy(r => inForce[r.Id!].Mail.ToLowerInvariant()).ToDictionary(r => inForce[r.Id!].Mail, StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows.Where(r => !r.IsRefused))
            {
                if (!stay.TryGetValue(row.Mail, out var other) || other.Id == row.Id) continue;
                row.Refuse($"the address {row.Mail} is still {other.Id}'s, whose own row is refused ({other.Row.Where})", "put that row right first");
                more = true;
            }
        }
    }
}
