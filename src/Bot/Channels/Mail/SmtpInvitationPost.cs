using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Mail;

/// <summary>Invitations by the district's own mail server. After a failure that is the server's it rests for half a minute.</summary>
public sealed class SmtpInvitationPost(SmtpOptions options, TimeProvider time) : IInvitationPost
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    // UTC ticks.
    private long _restsUntil;

    public string From => options.From;

    public bool Rests => time.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil);

    public async Task<NoticeOutcome> SendAsync(string address, CalendarMail mail, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (Rests) return new NoticeOutcome(NoticeResult.NotTried, Rest, "resting");
        if (!MailboxAddress.TryParse(address, out var to)) return new NoticeOutcome(NoticeResult.Unreachable, Code: "no-mailbox");
        using var message = MessageOf(to, mail);
        // Real time, whatever the clock of the house says: a socket knows no other.
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        budget.CancelAfter(options.Timeout);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(options.Host!, options.Port, options.Security switch { "tls" => SecureSocketOptions.SslOnConnect, "none" => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls }, budget.Token);
            if (options.User is { } user) await client.AuthenticateAsync(user, options.Password!, budget.Token);
            await client.SendAsync(message, budget.Token);
            // It is taken; how the talk ends is nobody's concern.
            try
            {
                await client.DisconnectAsync(true, budget.Token);
            }
            catch (Exception e) when (IsOfTheServer(e))
            {
            }

            return new NoticeOutcome(NoticeResult.Sent);
        }
        catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= 500)
        {
            return new NoticeOutcome(NoticeResult.Unreachable, Code: "no-mailbox");
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && IsOfTheServer(e))
        {
            Interlocked.Exchange(ref _restsUntil, (time.GetUtcNow() + Rest).UtcTicks);
            return new NoticeOutcome(NoticeResult.Later, Rest, CodeOf(e));
        }
    }

    private MimeMessage MessageOf(MailboxAddress to, CalendarMail mail)
    {
        var invitation = new TextPart("calendar") { Text = mail.Content };
        invitation.ContentType.Parameters.Add("method", mail.Method);
        var message = new MimeMessage { Subject = mail.Subject, Body = new MultipartAlternative { new TextPart("plain") { Text = mail.Text }, invitation } };
        message.From.Add(new MailboxAddress("", options.From));
        message.To.Add(to);
        // Nobody reads what an absent person's mailbox answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        return message;
    }

    private static bool IsOfTheServer(Exception e) =>
        e is SmtpCommandException or SmtpProtocolException or ServiceNotConnectedException or AuthenticationException or SslHandshakeException or NotSupportedException or SocketException or IOException or OperationCanceledException or TimeoutException;

    private static string CodeOf(Exception e) => e switch
    {
        SmtpCommandException refused => $"smtp-{(int)refused.StatusCode}",
        AuthenticationException => "smtp-sign-in",
        SslHandshakeException or NotSupportedException => "smtp-no-tls",
        OperationCanceledException or TimeoutException => "timeout",
        _ => "no-answer",
    };
}
