using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Everything conversations are made of that is data. Loaded and checked before the process is ready; immutable.</summary>
public sealed record DialogContent(District District, ProtocolShelf Protocols, Comprehension Comprehension, Phrases Phrases)
{
    public CrisisSignals Signals => Comprehension.Signals;

    public TopicGuide Topics => Comprehension.Topics;

    public Router Router => Comprehension.Router;

    public Commands Commands => Comprehension.Commands;
}
