using SupportBot.Console;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Shows the console who could not be reached the last time, as the sends have marked it.</summary>
public sealed class ReachBook(Contacts contacts) : IReachBook
{
    public async Task<IReadOnlyList<Unreachable>> UnreachableAsync(CancellationToken cancel) =>
        [.. (await contacts.UnreachedAsync(cancel)).Select(u => new Unreachable(u.PersonId, u.Channel, u.Code, u.Since))];
}
