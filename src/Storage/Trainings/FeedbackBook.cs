using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>Answers to the feedback on trainings. Of the word that joins somebody's answers only a keyed hash is kept, and nothing of who wrote it.</summary>
public sealed class FeedbackBook(Store store) : IFeedbackBook
{
    private static readonly Sql Put = new(
        "INSERT INTO training_answer(course, month, token, moment, item, value) VALUES(@course, @month, @token, @moment, @item, @value) ON CONFLICT (course, month, token, moment, item) DO UPDATE SET value=excluded.value",
        "t:course i:month b:token i:moment t:item i:value");
    private static readonly Sql Clear = new("DELETE FROM training_answer WHERE course=@course AND month=@month AND token=@token AND moment=@moment", "t:course i:month b:token i:moment");

    // In the order of the token, so that not even the order of the rows tells who answered after whom.
    private static readonly Sql Find = new("SELECT token, moment, item, value FROM training_answer WHERE course=@course AND month>=@from AND month<=@to ORDER BY token, moment, item", "t:course i:from i:to");
    private static readonly Sql Attended = new(
        $"SELECT {RollRows.SessionColumns} FROM training_seat m JOIN training_session t ON t.id=m.session WHERE m.person=@person AND m.state IN ({Seats}) AND t.ends>@from AND t.state<>{(int)SessionState.Cancelled} ORDER BY t.starts DESC",
        "t:person l:from");

    private static string Seats => string.Join(
        ", ", new[] { EnrolmentState.Enrolled, EnrolmentState.Attended, EnrolmentState.Partial, EnrolmentState.Completed }.Select(s => FormattableString.Invariant($"{(int)s}")));

    public Task SaveAsync(string courseId, DateOnly month, PersonText word, FeedbackMoment moment, IReadOnlyDictionary<string, int> answers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(answers);
        var open = store.Open;
        var token = open.FeedbackToken(courseId, month, Plain(word.Reveal()));
        return open.Writer.WriteAsync(write =>
        {
            write.Link.Run(Clear, courseId, month.DayNumber, token, (int)moment);
            foreach (var (item, value) in answers) write.Link.Run(Put, courseId, month.DayNumber, token, (int)moment, item, value);
            return true;
        });
    }

    public Task<IReadOnlyList<FeedbackAnswer>> ReadAsync(string courseId, DateOnly firstMonth, DateOnly lastMonth, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<FeedbackAnswer>>(async link =>
    {
        var answers = new List<FeedbackAnswer>();
        await using var row = await link.ReadAsync(Find, [courseId, firstMonth.DayNumber, lastMonth.DayNumber], cancel);
        while (await row.ReadAsync(cancel)) answers.Add(new FeedbackAnswer(Convert.ToHexString(row.GetFieldValue<byte[]>(0)), (FeedbackMoment)row.GetInt32(1), row.GetString(2), row.GetInt32(3)));
        return answers;
    });

    public Task<IReadOnlyList<Session>> AttendedAsync(string personId, DateTimeOffset endedAfter, CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<Session>>(async link =>
    {
        var sessions = new List<Session>();
        await using var row = await link.ReadAsync(Attended, [personId, Ids.Ticks(endedAfter)], cancel);
        while (await row.ReadAsync(cancel)) sessions.Add(RollRows.SessionOf(row));
        return sessions;
    });

    // Two months later nobody remembers capitals and blanks.
    private static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
