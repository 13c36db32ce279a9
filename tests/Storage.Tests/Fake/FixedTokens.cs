using SupportBot.Dialogs;

namespace SupportBot.Storage.Tests;

/// <summary>An identity whose token is always the same, and is to be had or not.</summary>
public sealed class FixedTokens(string token) : IEntraTokens
{
    public string Token { get; set; } = token;

    public bool IsDown { get; set; }

    public List<string> Scopes { get; } = [];

    public List<bool> Fresh { get; } = [];

    public ValueTask<string> TokenAsync(string scope, bool fresh, CancellationToken cancel)
    {
        if (IsDown) throw new StoreUnavailableException("Microsoft Entra gives the program no token.");
        lock (Scopes)
        {
            Scopes.Add(scope);
            Fresh.Add(fresh);
        }

        return ValueTask.FromResult(Token);
    }
}
