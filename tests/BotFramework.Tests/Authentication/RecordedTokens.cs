using SupportBot.Connector;

namespace SupportBot.BotFramework.Tests;

/// <summary>Hands out token-1, token-2 and so on: the next one when a fresh one is asked for.</summary>
internal sealed class RecordedTokens : IAppTokens
{
    private int _number = 1;

    public List<string> Asked { get; } = [];

    public Func<string> Instead { get; set; }

    public ValueTask<string> TokenAsync(string scope, bool fresh, CancellationToken cancellationToken)
    {
        Asked.Add(fresh ? $"{scope} fresh" : scope);
        if (fresh)
            _number++;
        return ValueTask.FromResult(Instead is null ? $"token-{_number}" : Instead());
    }
}
