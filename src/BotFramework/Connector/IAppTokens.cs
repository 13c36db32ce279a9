namespace SupportBot.Connector;

/// <summary>Tokens that the bot shows to its channels. Who implements this keeps them until shortly before they end.</summary>
public interface IAppTokens
{
    /// <param name="scope">Such as <c>https://api.botframework.com/.default</c>.</param>
    /// <param name="fresh">The channel did not take the last one. Many may ask at once: a token that is seconds old is fresh.</param>
    ValueTask<string> TokenAsync(string scope, bool fresh, CancellationToken cancellationToken);
}
