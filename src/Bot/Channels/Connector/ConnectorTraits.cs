using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>Traits of channels behind the Bot Connector: the person is known there, so nothing is anonymous. Teams shows a form as one card.</summary>
public static class ConnectorTraits
{
    /// <param name="anonymousChat">The same link for everybody; null where none is configured.</param>
    public static ChannelTraits Of(string channel, Uri? anonymousChat = null) =>
        new(channel, Anonymous: false, Forms: channel == Microsoft.Bot.Connector.Channels.Msteams, KeepsTranscript: false) { AnonymousChat = anonymousChat };
}
