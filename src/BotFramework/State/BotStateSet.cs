namespace Microsoft.Bot.Builder;

/// <summary>States that are loaded and saved together, side by side.</summary>
public class BotStateSet
{
    public BotStateSet(params BotState[] botStates)
    {
        BotStates = [.. botStates];
    }

    public List<BotState> BotStates { get; set; }

    public BotStateSet Add(BotState botState)
    {
        ArgumentNullException.ThrowIfNull(botState);
        BotStates.Add(botState);
        return this;
    }

    public Task LoadAllAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (BotStates.Count == 1)
            return BotStates[0].LoadAsync(turnContext, force, cancellationToken);

        var loads = new Task[BotStates.Count];
        for (var i = 0; i < loads.Length; i++)
            loads[i] = BotStates[i].LoadAsync(turnContext, force, cancellationToken);
        return Task.WhenAll(loads);
    }

    public Task SaveAllChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (BotStates.Count == 1)
            return BotStates[0].SaveChangesAsync(turnContext, force, cancellationToken);

        var saves = new Task[BotStates.Count];
        for (var i = 0; i < saves.Length; i++)
            saves[i] = BotStates[i].SaveChangesAsync(turnContext, force, cancellationToken);
        return Task.WhenAll(saves);
    }
}
