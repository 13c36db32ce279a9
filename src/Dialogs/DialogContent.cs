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
    public Effect Spoken(Effect effect) => Protocols.In(effect, Phrases.Language);

    /// <inheritdoc cref="Spoken(Effect)"/>
    public Question Spoken(Question question) => Protocols.In(question, Phrases.Language);

    /// <summary>A field of a step of a protocol with those words.</summary>
    public Field Spoken(ProtocolKey key, string stepId, Field field) => Translation(key)?.Over(stepId, field) ?? field;

    /// <summary>What a role is called; its id where the directory has no such role.</summary>
    public string TitleOfRole(string role) => District.Role(role)?.TitleIn(Phrases.Language) ?? role;

    public string TitleOf(Protocol protocol) => Translation(protocol.Key)?.Title ?? protocol.Title;
}
