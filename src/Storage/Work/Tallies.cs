using SupportBot.Console;
using SupportBot.Protocols;

namespace SupportBot.Storage;

/// <summary>What surveys have counted.</summary>
public sealed class Tallies(Store store) : ITallyBook
{
    internal static readonly Sql Add = new(
        """
        INSERT INTO tally(protocol, school, month, question, choice, times) VALUES(@protocol, @school, @month, @question, @choice, 1)
        ON CONFLICT (protocol, school, month, question, choice) DO UPDATE SET times=tally.times+1
        """,
        "t:protocol t:school t:month t:question t:choice");

    private static readonly Sql Find = new(
        """
        SELECT school, question, choice, CAST(SUM(times) AS BIGINT) FROM tally
        WHERE protocol=@protocol AND month>=@first AND month<=@last GROUP BY school, question, choice
        """,
        "t:protocol t:first t:last");

    public Task<IReadOnlyList<SurveyCount>> ReadAsync(string protocol, string firstMonth, string lastMonth, CancellationToken cancel) =>
        store.Open.Database.ReadAsync<IReadOnlyList<SurveyCount>>(async link =>
        {
            var counts = new List<SurveyCount>();
            await using var row = await link.ReadAsync(Find, [protocol, firstMonth, lastMonth], cancel);
            while (await row.ReadAsync(cancel)) counts.Add(new SurveyCount(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)));
            return counts;
        });
}
