using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>How many entries of the resource directory are to be verified, for whoever answers for them.</summary>
public sealed class ToVerifyNow(VerifyBoard board, District district) : INewsSource
{
    public NoticeKind Kind => NoticeKind.ResourcesToVerify;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now) => district.Roster.HoldersOf(notice.Role, null, now);

    public Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel) =>
        Task.FromResult(board.Now is { Count: > 0 } due ? new NewsLine(words => board.Sentence(due, words), VerifyPage.Address, "news.verify-page") : null);
}
