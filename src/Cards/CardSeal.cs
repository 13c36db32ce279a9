namespace SupportBot.Cards;

/// <summary>Signed, opaque text that comes back with an action and alone decides what may be done.</summary>
/// <param name="Token">1 to 1000 characters of base64url, dots and tildes.</param>
/// <exception cref="ArgumentException">The token is of no such form.</exception>
public sealed record CardSeal(string Token)
{
    public string Token { get; init => field = SafeForm.Token(value); } = SafeForm.Token(Token);
}
