namespace Microsoft.Bot.Builder;

/// <summary>A step around every turn. Not calling <c>next</c> ends the turn there.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
