using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>Holds the limits of <c>directory/attendance.yaml</c> against the protocol whose words they use: two places that say the same must not drift apart.</summary>
public static partial class AttendanceFaults
{
    private const string File = "directory/attendance.yaml";

    /// <param name="rule">Null where the district takes no figures: then nothing is wrong.</param>
    public static IEnumerable<Fault> Of(AbsenceRule? rule, IEnumerable<Protocol> protocols)
    {
        if (rule is null) return [];
        var versions = protocols.Where(p => p.Id == rule.Protocol && p.Status == ProtocolStatus.Active).ToList();
        return versions.Count == 0 ? [Wrong($"there is no active protocol \"{rule.Protocol}\"", "write the id of one, or remove the file: no figures are taken then")] : versions.SelectMany(p => Of(rule, p));
    }

    private static IEnumerable<Fault> Of(AbsenceRule rule, Protocol protocol)
    {
        if (protocol.Find(rule.Alert) is not AlertStep) yield return Wrong($"{protocol.Key} has no alert \"{rule.Alert}\"", "write the id of the step by which such a case begins");
        if (protocol.Find(rule.Form) is not FormStep form) yield return Wrong($"{protocol.Key} has no form \"{rule.Form}\"", "write the id of the step that asks for student and rate");
        else
            foreach (var field in new[] { AbsenceRule.StudentField, AbsenceRule.RateField }.Where(n => form.Fields.All(f => f.Name != n)))
                yield return Wrong($"the form \"{rule.Form}\" of {protocol.Key} has no question \"{field}\"", "name another form, or ask it there");
        if (protocol.Case?.Task(rule.Task) is not { } task)
        {
            yield return Wrong($"{protocol.Key} has no task \"{rule.Task}\"", "write the id of the task in which a person confirms the tier");
            yield break;
        }

        string? Label(string field, string choice) => task.Form.FirstOrDefault(f => f.Name == field)?.Choices.FirstOrDefault(c => c.Id == choice)?.Label;
        foreach (var band in rule.Bands)
        {
            if (Label(AbsenceRule.TierField, band.Tier) is null) yield return Wrong($"the task \"{rule.Task}\" of {protocol.Key} has no tier \"{band.Tier}\"", "use a choice of its field tier");
            if (Label(AbsenceRule.BandField, band.Id) is not { } label) yield return Wrong($"the task \"{rule.Task}\" of {protocol.Key} has no band \"{band.Id}\"", "use a choice of its field band");
            else if (band.From > 0 && !Number().Matches(label).Any(n => decimal.Parse(n.ValueSpan, CultureInfo.InvariantCulture) == band.From))
                yield return Wrong(string.Create(CultureInfo.InvariantCulture, $"the band \"{band.Id}\" begins at {band.From:0.##} here, and {protocol.Key} calls it \"{label}\""), "make both say the same: a changed limit is a new version of the protocol");
        }
    }

    private static Fault Wrong(string what, string cure) => new(File, 0, 0, "", what, cure);

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
