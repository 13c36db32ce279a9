using SupportBot.Bot.Channels.Mail;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>Invitations by the mailbox that other mail of this program comes from.</summary>
public sealed class GraphInvitationPost(GraphNotices notices, GraphOptions options) : IInvitationPost
{
    public string From => options.MailFrom!;

    public bool Rests => notices.MailRests;

    public Task<NoticeOutcome> SendAsync(string address, CalendarMail mail, CancellationToken cancel) => notices.InviteAsync(address, mail, cancel);
}
