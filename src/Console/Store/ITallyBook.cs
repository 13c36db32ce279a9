using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>What surveys have counted. Implemented by storage.</summary>
public interface ITallyBook
{
    /// <summary>What questions in the chat are counted under, beside the surveys.</summary>
    const string Lookups = "lookups";

    /// <param name="protocol">Protocol and version, <c>student-pulse@1</c>.</param>
    /// <param name="firstMonth"><c>2026-08</c>.</param>
    /// <param name="lastMonth">Included.</param>
    Task<IReadOnlyList<SurveyCount>> ReadAsync(string protocol, string firstMonth, string lastMonth, CancellationToken cancel);
}
