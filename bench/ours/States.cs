using Microsoft.Bot.Builder;

namespace SupportBot.Bench.Ours;

/// <summary>Where the conversations are kept.</summary>
internal static class States
{
    public static ConversationState Open() => Environment.GetEnvironmentVariable("STATE") switch
    {
        null or "memory" => new ConversationState(new MemoryStorage()),
        var other => throw new InvalidOperationException("STATE is memory, not " + other),
    };
}
