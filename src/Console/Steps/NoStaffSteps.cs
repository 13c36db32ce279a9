namespace SupportBot.Console;

/// <summary>Where the host leads nobody through protocols.</summary>
public sealed class NoStaffSteps : IStaffSteps
{
    private static readonly StepsTurn Nothing = new(StepsOutcome.Refused, 0, []);

    public Task<StepsHome> HomeAsync(string personId, CancellationToken cancel) => Task.FromResult(new StepsHome([], null, [], 0));

    public Task<StepsNow?> LookAsync(string personId, int place, CancellationToken cancel) => Task.FromResult<StepsNow?>(new StepsNow(place, "en", []));

    public Task<StepsTurn> BeginAsync(string personId, string protocolId, int place, string key, CancellationToken cancel) => Task.FromResult(Nothing);

    public Task<StepsTurn> GoOnAsync(string personId, string caseNumber, int place, string key, CancellationToken cancel) => Task.FromResult(Nothing);

    public Task<StepsTurn> FetchAsync(string personId, int place, string key, CancellationToken cancel) => Task.FromResult(Nothing);

    public Task<StepsTurn> AnswerAsync(string personId, int place, StepsInput input, string key, CancellationToken cancel) => Task.FromResult(Nothing);
}
