using Microsoft.Bot.Builder;

namespace SupportBot.State;

/// <summary>
/// A storage that takes a state as finished JSON, so that a turn writes its JSON once and a turn that changes nothing writes none.
/// <see cref="BotState"/> uses these two methods where a storage has them.
/// </summary>
public interface IJsonStorage : IStorage
{
    /// <param name="key">The key of a state, see the classes derived from <see cref="BotState"/>.</param>
    /// <returns>Null when there is nothing under the key.</returns>
    ValueTask<JsonItem> ReadJsonAsync(string key, CancellationToken cancellationToken = default);

    /// <param name="json">A JSON object in UTF-8. Nobody changes these bytes afterwards, so they may be kept.</param>
    /// <param name="eTag">The version that was read, null when there was none, <c>*</c> to overwrite whatever there is.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="ETagConflictException">Somebody else has written since.</exception>
    ValueTask<string> WriteJsonAsync(string key, ReadOnlyMemory<byte> json, string eTag, CancellationToken cancellationToken = default);
}

/// <summary>What a storage holds under a key.</summary>
/// <param name="Json">A JSON object in UTF-8. Nobody changes these bytes.</param>
/// <param name="ETag">Its version.</param>
public sealed record JsonItem(ReadOnlyMemory<byte> Json, string ETag);
