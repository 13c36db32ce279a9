using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Mail;

/// <summary>Takes invitations to people by mail.</summary>
public interface IInvitationPost
{
    /// <summary>Address that invitations come from.</summary>
    string From { get; }

    /// <summary>Nothing is taken just now.</summary>
    bool Rests { get; }

    /// <summary>Sends one mail to one person. Does not throw for what the service answers.</summary>
    Task<NoticeOutcome> SendAsync(string address, CalendarMail mail, CancellationToken cancel);
}
