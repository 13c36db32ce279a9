using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>
/// Staff protocols in the console. Implemented by the host, which runs each act as a turn of a conversation that belongs to the signed-in person: the same turns as in
/// any other channel. Several runs lie open at the same time, each in a place of its own, numbered from 1. Every act checks for itself what the person may do.
/// </summary>
public interface IStaffSteps
{
    /// <summary>What the person is in the middle of, and what they may begin.</summary>
    Task<StepsHome> HomeAsync(string personId, CancellationToken cancel);

    /// <summary>How it stands in a place; null where nothing can be read now, because the database does not answer.</summary>
    Task<StepsNow?> LookAsync(string personId, int place, CancellationToken cancel);

    /// <param name="place">A free one, as the page showed it; another one where it is taken meanwhile.</param>
    /// <param name="key">The same for every repeat of the same act, so that it is done once; never words.</param>
    Task<StepsTurn> BeginAsync(string personId, string protocolId, int place, string key, CancellationToken cancel);

    /// <summary>Takes steps that wait in a case. The first one has them.</summary>
    /// <inheritdoc cref="BeginAsync"/>
    Task<StepsTurn> GoOnAsync(string personId, string caseNumber, int place, string key, CancellationToken cancel);

    /// <summary>Takes the person's own steps out of their Teams chat.</summary>
    /// <inheritdoc cref="BeginAsync"/>
    Task<StepsTurn> FetchAsync(string personId, int place, string key, CancellationToken cancel);

    /// <summary>An answer, or another way: back, change, hand over, stop.</summary>
    /// <inheritdoc cref="BeginAsync"/>
    Task<StepsTurn> AnswerAsync(string personId, int place, StepsInput input, string key, CancellationToken cancel);
}
