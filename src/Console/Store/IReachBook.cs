namespace SupportBot.Console;

/// <summary>Who could not be reached. Whoever keeps that implements it; with several registered, all of them are shown.</summary>
public interface IReachBook
{
    /// <summary>Everybody who cannot be reached on some channel now; a person once for each channel.</summary>
    Task<IReadOnlyList<Unreachable>> UnreachableAsync(CancellationToken cancel);
}

/// <summary>Somebody who cannot be reached on a channel.</summary>
/// <param name="Channel">One of <see cref="ServiceNames"/>, or another channel's short name.</param>
/// <param name="Code">Why, as a short code such as <c>not-installed</c>, <c>blocked</c>, <c>no-account</c>, <c>no-mailbox</c>; never words of a person or an address.</param>
/// <param name="Since">UTC.</param>
public sealed record Unreachable(string PersonId, string Channel, string Code, DateTimeOffset Since);
