namespace SupportBot.Graph;

/// <summary>What the caller of Graph has to do about a call that failed.</summary>
public enum GraphFailureKind
{
    /// <summary>Not taken; may be tried again after <see cref="GraphFailure.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>403: a permission is missing, or the app may not do this to this person.</summary>
    Forbidden,

    /// <summary>404: there is nobody, no mailbox or no group of that name.</summary>
    NotFound,

    /// <summary>409: it is there already.</summary>
    Conflict,

    /// <summary>410: a delta link is too old; begin anew.</summary>
    Gone,

    /// <summary>Graph, or the way to it, is down, or gave no answer in time. Whether it was taken is not known.</summary>
    Unreachable,

    /// <summary>Graph does not know this app, or no token is to be had: nothing works until an operator mends it.</summary>
    OurCredentials,

    /// <summary>Nothing was tried: this channel has failed too often just now, or Graph has asked to wait.</summary>
    Resting,

    /// <summary>Graph does not take this request. Trying again changes nothing.</summary>
    Refused,
}
