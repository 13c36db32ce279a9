namespace SupportBot.Connector;

/// <summary>What the caller of a channel has to do about a call that failed.</summary>
public enum ConnectorFailureKind
{
    /// <summary>Not taken; may be tried again after <see cref="ConnectorFailure.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>Nobody can say whether it was taken: sending it again may show it twice, and not sending it may lose it.</summary>
    Ambiguous,

    /// <summary>This person cannot be reached over this channel, now or later.</summary>
    Unreachable,

    /// <summary>The channel does not know the bot: nothing goes out to anybody until an operator mends it.</summary>
    OurCredentials,

    /// <summary>The message is larger than the channel takes.</summary>
    TooLarge,

    /// <summary>The channel does not take this message, or the bot does not send to this address. Trying again changes nothing.</summary>
    Refused,
}
