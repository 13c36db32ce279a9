namespace SupportBot.Connector;

/// <summary>Why a caller is refused. For the log only; the caller hears nothing but 401.</summary>
internal enum TokenFault
{
    None = 0,
    Missing,
    NotBearer,
    TooLong,
    Malformed,
    Algorithm,
    UnknownKey,
    KeysUnavailable,
    Issuer,
    Audience,
    NotNow,
    Life,
    ServiceUrlClaim,
    ServiceUrl,
    ChannelId,
    NotEndorsed,
    Tenant,
    Signature,
}
