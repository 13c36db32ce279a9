using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Conditions test choices that exist, of answers that have certainly been asked on every way there.</summary>
internal static class AnswerChecks
{
    public static IEnumerable<Fault> Check(ProtocolGraph graph)
    {
        var fields = AllFields(graph.Protocol).ToArray();
        foreach (var (field, step) in fields)
            if (fields.First(f => f.Field.Name == field.Name).Step is var first && first != step)
                yield return field.Place.Fault($"the answer {field.Name} is already given at {first.Id}", "give one of them another name");

        var names = fields.GroupBy(f => f.Field.Name).ToDictionary(g => g.Key, g => g.First().Field, StringComparer.Ordinal);
        var asked = new AskedAnswers(graph);
        foreach (var step in graph.Protocol.Steps)
        {
            foreach (var fault in CheckArms(step, names, asked))
                yield return fault;
            if (step is FormStep form)
                foreach (var fault in CheckFields(form, names, asked))
                    yield return fault;
            if (step is AskStep { Review: true } && !asked.SomethingBefore(step))
                yield return step.Place.Fault("a review can be reached where nothing has been asked yet", "ask something before it on every way here");
        }

        // Looked at whenever somebody is told of the case: an answer that was not asked by then is none of its choices.
        foreach (var fault in graph.Protocol.AboutStaff?.All.SelectMany(when => Check(graph.Protocol.PlaceOf("about-staff"), when, names, (_, _) => true)) ?? [])
            yield return fault;
    }

    private static IEnumerable<Fault> CheckArms(Step step, Dictionary<string, Field> names, AskedAnswers asked)
    {
        foreach (var arm in step.Next)
            if (arm.When is { } when)
                foreach (var fault in Check(arm.Place, when, names, (name, guards) => asked.CertainAfter(step, name, guards)))
                    yield return fault;
    }

    private static IEnumerable<Fault> CheckFields(FormStep form, Dictionary<string, Field> names, AskedAnswers asked)
    {
        for (var i = 0; i < form.Asked.Count; i++)
        {
            var earlier = form.Asked.Take(i).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            if (form.Asked[i].When is { } when)
                foreach (var fault in Check(form.Asked[i].Place, when, names, (name, guards) => earlier.Contains(name) || asked.CertainBefore(form, name, guards)))
                    yield return fault;
        }
    }

    private static IEnumerable<Fault> Check(Place place, Condition when, Dictionary<string, Field> names, Func<string, IReadOnlyList<Condition>, bool> certain)
    {
        foreach (var (test, guards) in Guarded(when, []))
        {
            if (!names.TryGetValue(test.Answer, out var field))
                yield return place.Fault($"no question has the answer \"{test.Answer}\"", Near(test.Answer, names.Keys));
            else if (!field.IsChoice)
                yield return place.Fault($"\"{test.Answer}\" is no choice, and only choices can be tested", "make it a choice, or test another answer");
            else if (field.Choices.All(c => c.Id != test.Choice))
                yield return place.Fault($"\"{test.Answer}\" has no choice \"{test.Choice}\"", Near(test.Choice, field.Choices.Select(c => c.Id)));
            else if (!certain(test.Answer, guards))
                yield return place.Fault($"\"{test.Answer}\" may not have been asked yet on some way here", "ask it on every way, make the field required, or test another answer");
        }
    }

    /// <summary>Every test of a condition with what must hold beside it for the test to matter.</summary>
    private static IEnumerable<(AnswerTest Test, IReadOnlyList<Condition> Guards)> Guarded(Condition condition, IReadOnlyList<Condition> guards) => condition switch
    {
        AnswerTest test => [(test, guards)],
        Neither not => Guarded(not.Inner, guards),
        Either either => Guarded(either.Left, guards).Concat(Guarded(either.Right, guards)),
        _ => AskedAnswers.Parts(condition).SelectMany(part => Guarded(part, [.. guards, .. AskedAnswers.Parts(condition).Where(p => p != part)])),
    };

    private static string Near(string word, IEnumerable<string> candidates)
    {
        var all = candidates.ToArray();
        return Nearest.To(word, all) is { } near ? $"did you mean {near}?" : $"use one of {string.Join(", ", all)}";
    }

    private static IEnumerable<(Field Field, Step Step)> AllFields(Protocol protocol) => protocol.Steps.SelectMany(step => step switch
    {
        QuestionStep question => question.Fields.Select(f => (f, step)),
        DoStep task => [(task.Field, step)],
        _ => [],
    });
}
