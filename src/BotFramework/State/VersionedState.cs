using Microsoft.Bot.Builder;

namespace SupportBot.State;

/// <summary>A state that says from which version it was made.</summary>
internal sealed class VersionedState : Dictionary<string, object>, IStoreItem
{
    public VersionedState(IDictionary<string, object> state, string eTag)
        : base(state)
    {
        ETag = eTag;
    }

    public string ETag { get; set; }
}
