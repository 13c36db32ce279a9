using SupportBot.Directory;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Installs the app for somebody who does not have it, where the district allows that.</summary>
public interface IAppInstall
{
    /// <summary>Does not throw for what a service answers, and does nothing for somebody it was tried for lately.</summary>
    /// <returns>True where it was installed just now: the chat can be opened in a moment.</returns>
    Task<bool> InstallAsync(Person person, CancellationToken cancel);
}
