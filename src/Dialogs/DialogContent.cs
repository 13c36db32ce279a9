using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Everything conversations are made of that is data. Loaded and checked before the process is ready; immutable.</summary>
public sealed record DialogContent(District District, ProtocolShelf Protocols, CrisisSignals Signals, TopicGuide Topics, Router Router, Commands Commands, Phrases Phrases)
{
    /// <summary>Danger, topics and wishes of a text at once.</summary>
    public Comprehension Comprehension { get; } = new(Signals, Topics, Router, Commands);
}
