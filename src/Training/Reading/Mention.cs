using SupportBot.Yaml;

namespace SupportBot.Training;

/// <summary>What a catalogue names and does not know itself.</summary>
public enum Mentioned
{
    Role,
    School,

    /// <summary>Of a school, such as <c>middle</c>.</summary>
    Level,
    Jurisdiction,

    /// <summary>Which tasks ask for, such as <c>level-1-screening</c>.</summary>
    Training,

    /// <summary>On which staff learn and students have no school, as <c>2026-10-09</c>.</summary>
    LearningDay,
}

/// <param name="At">Where it stands; its value is the id or the day.</param>
public sealed record Mention(Mentioned What, YamlScalar At);
