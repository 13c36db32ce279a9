using System.Globalization;
using System.Text;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>What a look through all protocol files found.</summary>
public sealed record CheckReport
{
    public required IReadOnlyList<Protocol> Protocols { get; init; }

    public required IReadOnlyList<RecalledVersion> Recalls { get; init; }

    /// <summary>Translations that could be read, also incomplete ones.</summary>
    public required IReadOnlyList<ProtocolLanguage> Languages { get; init; }

    /// <summary>In the order of the files.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    public int Steps => Protocols.Sum(p => p.Steps.Count);

    public int Stories { get; init; }

    public int Arms { get; init; }

    public int ArmsWalked { get; init; }

    public int RandomWalks { get; init; }

    /// <summary>Random walks of the cases that protocols open.</summary>
    public int CaseWalks { get; init; }

    /// <summary>Files that the checker can write itself, by path, as they should be: flow charts, and lock.json.</summary>
    public required IReadOnlyDictionary<string, string> Generated { get; init; }

    /// <summary>False when anything must be put right before the content may be used.</summary>
    public bool IsGood => !Faults.Any(f => f.IsError);

    public ProtocolShelf Shelf() => new(Protocols, Recalls, Languages);

    /// <summary>Counts in one line, then one line a fault.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Protocols.Count} protocols, {Steps} steps, {Languages.Count} translations, {Stories} stories, {ArmsWalked} of {Arms} arms walked, {RandomWalks} random walks, {CaseWalks} of cases, {Faults.Count(f => f.IsError)} faults, {Faults.Count(f => !f.IsError)} warnings\n");
        foreach (var fault in Faults)
            text.Append(fault.IsError ? "" : "warning: ").Append(fault).Append('\n');
        return text.ToString();
    }
}
