using System.Collections.Concurrent;
using SupportBot.Cards;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// Where each member of staff is reached in Teams, and in which language: that of their chat with the bot, which begins as that of their app. It is kept with
/// the address, so that a card, a notice or a mail that nobody's message started is in it too.
/// </summary>
public sealed class StaffChats(Contacts contacts, Phrasebook book, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TeamsAddress> _seen = [];

    /// <summary>The person was seen there: who was out of reach is not any more. Writes only what is new to this process.</summary>
    /// <param name="app">Language of their app, BCP 47; it counts until the chat has one.</param>
    /// <param name="spoken">Language of their chat after a turn of it; null outside of one.</param>
    public async Task SeenAsync(string personId, TeamsAddress address, string? app, string? spoken = null)
    {
        var known = _seen.GetValueOrDefault(personId);
        if (known is not null && known == address with { Language = LanguageOf(known, app, spoken) }) return;
        // Another process may have heard them choose a language since this one saw them last.
        var stored = await contacts.FindAsync(personId, CancellationToken.None);
        address = address with { Language = LanguageOf(stored, app, spoken) };
        await contacts.RememberAsync(personId, address, time.GetUtcNow());
        _seen[personId] = address;
    }

    /// <summary>The person removed the bot: there is no chat any more.</summary>
    public Task GoneAsync(string personId, string code)
    {
        _seen.TryRemove(personId, out _);
        return contacts.ForgetAsync(personId, code, time.GetUtcNow());
    }

    /// <summary>Of somebody whom this process has seen in their own chat; null for everybody else.</summary>
    public string? LanguageOf(string personId) => _seen.TryGetValue(personId, out var known) && known.Language.Length > 0 ? known.Language : null;

    /// <summary>The same, looked up where this process has not seen them; null where nobody knows.</summary>
    public async Task<string?> LanguageAsync(string personId, CancellationToken cancel) =>
        LanguageOf(personId) ?? (await contacts.FindAsync(personId, cancel) is { Language.Length: > 0 } known ? known.Language : null);

    /// <summary>What a person of staff reads where nobody's message started it.</summary>
    /// <param name="card">Where a card of theirs stands: its language counts where the chat itself is not known any more.</param>
    public async Task<ICardWords> WordsOfAsync(string personId, CancellationToken cancel, TeamsAddress? card = null) =>
        In(await contacts.FindAsync(personId, cancel) is { Language.Length: > 0 } known ? known : card);

    /// <summary>The words of the chat at an address; English where its language is not known.</summary>
    public ICardWords In(TeamsAddress? address) => book.ForStaff(address?.Language);

    private string LanguageOf(TeamsAddress? known, string? app, string? spoken) =>
        book.Known(spoken) ?? (known is { Language: { Length: > 0 } language } ? language : book.Known(app) ?? "");
}
