using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>A survey counts and knows nobody: it has no place for a name, for words, or for a case.</summary>
internal static class SurveyChecks
{
    public static IEnumerable<Fault> Check(Protocol protocol)
    {
        if (protocol.Case is not null)
            yield return protocol.PlaceOf("case").Fault("a survey opens no case", "remove the case section, or survey: true");
        foreach (var step in protocol.Steps.Where(s => s is AlertStep or HandoffStep or DoStep or WaitStep))
            yield return step.Place.Fault($"a survey has no {step.Verb}, because it knows nobody", "show help with a say, or call the protocol that is for this");
        foreach (var step in protocol.Steps.OfType<QuestionStep>())
            foreach (var field in step.Fields.Where(f => !f.IsChoice && f.Type != FieldType.School))
                yield return field.Place.Fault($"a survey counts choices, and {field.Name} is none", "ask it with choices, or leave it out");
    }
}
