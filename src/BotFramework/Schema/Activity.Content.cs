using SupportBot.Wire;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>True when there is text, a summary, an attachment or channel data to show.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    public Mention[] GetMentions()
    {
        if (Entities is null)
            return [];

        var mentions = new List<Mention>();
        foreach (var entity in Entities)
            if (string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase))
                mentions.Add(entity.GetAs<Mention>());
        return [.. mentions];
    }

    /// <summary><see cref="ChannelData"/> as a type of the caller's; default when there is none.</summary>
    /// <exception cref="System.Text.Json.JsonException">The data has another shape.</exception>
    public TypeT GetChannelData<TypeT>() => JsonValue.To<TypeT>(ChannelData);

    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        return ChannelData is not null && JsonValue.TryTo(ChannelData, out instance);
    }
}
