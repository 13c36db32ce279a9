using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>Traits of channels behind the Bot Connector: the person is known there, so nothing is anonymous.</summary>
public static class ConnectorTraits
{
    public static ChannelTraits Of(string channel) => new(channel, Anonymous: false, Forms: false, KeepsTranscript: false);
}
