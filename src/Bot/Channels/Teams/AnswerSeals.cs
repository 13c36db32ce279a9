using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>What became of a seal that came back.</summary>
public enum SealFault
{
    /// <summary>It is ours, for this chat and this person, and still good.</summary>
    None,

    /// <summary>Nobody of ours made it, or it was changed.</summary>
    Forged,

    /// <summary>It was made for another chat or another person: the card was passed on.</summary>
    NotTheirs,

    /// <summary>It is too old.</summary>
    Expired,
}

/// <summary>
/// Seals the cards that ask questions. A seal names the chat and the person it was made for, and when it ends. That a card is used once does
/// not stand in the seal: the question's own token beside it opens nothing any more once it is answered.
/// </summary>
public sealed class AnswerSeals(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>As long as an unfinished conversation of somebody known is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("SupportBot.CardAnswers.v1");

    /// <param name="userId">The channel's id of the person; empty where the program itself writes into the chat.</param>
    public string Seal(string conversationId, string userId)
    {
        var mark = new Mark(Hash(conversationId), userId.Length == 0 ? "" : Hash(userId), (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        return _protector.Protect(JsonSerializer.Serialize(mark));
    }

    public SealFault Check(string? seal, string conversationId, string userId)
    {
        if (Open(seal) is not { } mark) return SealFault.Forged;
        if (mark.Chat != Hash(conversationId) || (mark.Person.Length > 0 && mark.Person != Hash(userId))) return SealFault.NotTheirs;
        return mark.Ends <= time.GetUtcNow().ToUnixTimeSeconds() ? SealFault.Expired : SealFault.None;
    }

    private Mark? Open(string? seal)
    {
        if (seal is null or { Length: 0 or > 1000 }) return null;
        try
        {
            return JsonSerializer.Deserialize<Mark>(_protector.Unprotect(seal));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    // Half a hash: names nobody, and leaves room on the card.
    private static string Hash(string id) => WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));

    private sealed record Mark(string Chat, string Person, long Ends);
}
