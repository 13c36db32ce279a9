using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Bot;

/// <summary>What protocols may name, taken from the rest of the content and from the cards there are.</summary>
public static class ContentReferences
{
    /// <summary>Cards an alert may ask for. Both are the case alert card; the name says how loudly it speaks.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Cards = new()
    {
        ["new-case"] = ["severity", "kind", "school", "age", "number"],
        ["urgent-case"] = ["severity", "kind", "school", "age", "number"],
    };

    /// <param name="phrasebook">Says which languages staff read; null where it cannot be read.</param>
    public static References Of(District district, Phrasebook? phrasebook) => new()
    {
        Roles = district.Roles.Select(r => r.Id).ToHashSet(),
        OutOfHoursRoles = district.Roles.Where(r => r.OutOfHours).Select(r => r.Id).ToHashSet(),
        Resources = district.Resources.All.Select(r => r.Id).Concat(district.Resources.Lists.Select(l => l.Id)).ToHashSet(),
        ResourceTopics = district.Resources.Topics.Select(t => t.Id).ToHashSet(),
        Cards = Cards,
        Signals = CrisisSignals.Kinds.ToHashSet(),
        Slots = district.Slots.Select(s => s.Id).ToHashSet(),
        Trainings = district.Trainings.Select(t => t.Id).ToHashSet(),
        StaffLanguages = (phrasebook?.All ?? []).Where(p => p is { HasStaffWords: true, Language: not Phrasebook.Base }).Select(p => p.Language).ToHashSet(),
        Levels = School.AllLevels.ToHashSet(),
        Protocols = new HashSet<string>(),
    };
}
