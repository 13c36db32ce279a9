using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>Holds what the topics of the support office lead to against the protocols: whoever asks without a name must be able to begin them.</summary>
public static class TopicFaults
{
    public static IEnumerable<Fault> Of(IEnumerable<ResourceTopic> topics, IReadOnlyList<Protocol> protocols)
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentNullException.ThrowIfNull(protocols);
        foreach (var topic in topics.Where(t => t.Begins is not null))
            if (!protocols.Any(p => p.Id == topic.Begins && p is { Status: ProtocolStatus.Active, Anonymous: not Anonymity.Never, MayStart.Count: 0 }))
                yield return new Fault("resources/topics.yaml", 0, 0, topic.Id, $"\"begins: {topic.Begins}\" is no active protocol that everybody may begin", "name another one, or leave it out");
    }
}
