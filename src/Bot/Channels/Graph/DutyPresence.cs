using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>Who of the people on duty is there, as Teams shows them. Somebody without an account, or whom Graph does not tell of, counts as there.</summary>
public sealed class DutyPresence(GraphPresence presence, District district) : IDutyPresence
{
    public async Task<IReadOnlyList<string>> AvailableAsync(IReadOnlyList<string> personIds, CancellationToken cancel)
    {
        var accounts = personIds.Select(id => district.Person(id)?.EntraId).OfType<string>().ToList();
        if (accounts.Count == 0) return personIds;
        var away = await presence.AwayAsync(accounts, cancel);
        return [.. personIds.Where(id => district.Person(id)?.EntraId is not { } account || !away.Contains(account))];
    }
}
