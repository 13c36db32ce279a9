using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>What the button of a card may do, for whom, and until when.</summary>
/// <param name="PersonId">The only person whose press counts: authorised by who presses, not by who holds the card.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Subject">Alert or task id.</param>
/// <param name="Copy">Which copy of the card it stands on: an older copy of the same card does nothing.</param>
/// <param name="Nonce">Used once.</param>
/// <param name="Expires">UTC.</param>
public sealed record CardGrant(string PersonId, Guid CaseId, string Subject, string Copy, string Nonce, DateTimeOffset Expires);

/// <summary>
/// Seals what a card's buttons carry, so that nobody can make or change one. The keys are those of the process's own key ring, which
/// rolls them every 90 days and still reads the older ones; how long a button lives stands in the seal itself.
/// </summary>
public sealed class CardTokens(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>After this a card asks for itself anew (trust 3.5).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    private readonly IDataProtector _protector = protection.CreateProtector("SupportBot.CardActions.v1");

    public string Seal(string personId, Guid caseId, string subject, string copy) => _protector.Protect(JsonSerializer.Serialize(
        new CardGrant(personId, caseId, subject, copy, Convert.ToHexString(RandomNumberGenerator.GetBytes(12)), time.GetUtcNow() + Lifetime)));

    /// <returns>Null for anything that this program did not seal, or that was changed. An expired grant is returned: the caller says so kindly.</returns>
    public CardGrant? Open(string? token)
    {
        if (token is null or { Length: 0 or > 1000 }) return null;
        try
        {
            return JsonSerializer.Deserialize<CardGrant>(_protector.Unprotect(token));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    public bool IsExpired(CardGrant grant) => grant.Expires <= time.GetUtcNow();
}
