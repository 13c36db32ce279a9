using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>
/// A short mail without a word of the report. Only for what must not be missed, an alert, tasks that open for somebody or are overdue, and steps that wait for a person: whoever gets a mail for everything
/// reads none.
/// </summary>
public sealed class MailChannel(GraphNotices notices, CaseNotices cases) : IAlertChannel
{
    public string Name => ServiceNames.Mail;

    // Outlook takes four at once from one app.
    public int AtOnce => 4;

    // What waits keeps its turn while the service rests: tried and put off one by one, thousands of mails would keep the database busy with nothing.
    public int Free(DateTimeOffset now, bool urgent) => notices.MailRests ? 0 : int.MaxValue;

    public ValueTask<bool> ServesAsync(Person to, Notice notice, CancellationToken cancel) =>
        ValueTask.FromResult(notices.HasMail && to.Mail.Length > 0 && notice.Kind is NoticeKind.Alert or NoticeKind.TaskOpened or NoticeKind.TaskOverdue or NoticeKind.StepsWait);

    public async Task<SendOutcome> SendAsync(Person to, SendItem item, Case @case, CancellationToken cancel) =>
        await cases.OfAsync(to, item.Notice, @case, cancel) is { } content
            ? NoticeSends.Of(await notices.MailAsync(to.Mail, content, cancel))
            : new SendOutcome(SendKind.NothingToSay);
}
