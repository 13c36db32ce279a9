using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>A story cannot be told further. Caught where stories are told, nowhere else.</summary>
internal sealed class StoryBroken(Fault fault) : Exception(fault.ToString())
{
    public Fault Fault { get; } = fault;
}
