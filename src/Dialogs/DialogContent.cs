using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Everything conversations are made of that is data. Loaded and checked before the process is ready; immutable.</summary>
public sealed record DialogContent(District District, ProtocolShelf Protocols, Comprehension Comprehension, Phrasebook Phrasebook)
{
    public CrisisSignals Signals => Comprehension.Signals;

    public TopicGuide Topics => Comprehension.Topics;

    public Router Router => Comprehension.Router;

    public Commands Commands => Comprehension.Commands;

    /// <summary>What the program says, in the language of the turn.</summary>
    public Phrases Phrases => Phrasebook.Now;

    /// <summary>The texts of a protocol's version in the language of the turn; null where it has none of its own.</summary>
    public ProtocolLanguage? Translation(ProtocolKey key) => Protocols.Translation(key, Phrases.Language);

    /// <summary>An effect with the words of the language of the turn.</summary>
    public Effect Spoken(Effect effect) => Protocols.In(effect, Phrases.Language) is var said && said is Ask ask ? ask with { Question = WithChoices(ask.Question) } : said;

    /// <inheritdoc cref="Spoken(Effect)"/>
    public Question Spoken(Question question) => WithChoices(Protocols.In(question, Phrases.Language));

    /// <summary>A field of a step of a protocol with those words.</summary>
    public Field Spoken(ProtocolKey key, string stepId, Field field) => Translation(key)?.Over(stepId, field) ?? field;

    /// <summary>What a role is called; its id where the directory has no such role.</summary>
    public string TitleOfRole(string role) => District.Role(role)?.TitleIn(Phrases.Language) ?? role;

    public string TitleOf(Protocol protocol) => Translation(protocol.Key)?.Title ?? protocol.Title;

    // What may be said of a step is the program's own and in no protocol.
    private Question WithChoices(Question question) => question.Verb != "do" ? question : question with
    {
        Fields = [.. question.Fields.Select(f => f with { Choices = [.. f.Choices.Select(c => c with { Label = LabelOf(c) })] })],
    };

    private string LabelOf(Choice choice) => choice.Id switch
    {
        DoStep.Done => Phrases["todo.done"],
        DoStep.NotPossible => Phrases["todo.not-possible"],
        DoStep.HandedOver => Phrases["todo.hand-over"],
        _ => choice.Label,
    };
}
