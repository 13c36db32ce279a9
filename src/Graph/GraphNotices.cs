using System.Text;
using System.Text.Json;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;

namespace SupportBot.Graph;

/// <summary>Tells people of cases through the activity feed and by mail, and installs the app for them. Does not throw for what Graph answers.</summary>
public sealed class GraphNotices(GraphConnection graph)
{
    /// <summary>The one consent that the app's manifest asks for: whoever installs it for somebody gives it.</summary>
    internal const string FeedPermission = "TeamsActivity.Send.User";

    private GraphOptions Options => graph.Options;

    public bool HasFeed => Options is { Enabled: true, AppTeamsId: not null };

    public bool HasMail => Options is { Enabled: true, MailFrom: not null };

    /// <summary>Graph takes no notice for a feed just now.</summary>
    public bool FeedRests => graph[GraphChannel.Feed].State.IsResting;

    /// <summary>Graph takes no mail just now.</summary>
    public bool MailRests => graph[GraphChannel.Mail].State.IsResting;

    public bool CanInstall => HasFeed && Options.Install;

    /// <param name="entraId">Object id of the person's account.</param>
    public async Task<NoticeOutcome> FeedAsync(string entraId, NoticeContent notice, CancellationToken cancel)
    {
        if (!HasFeed) return new(NoticeResult.NotConfigured);
        var body = new SendActivityNotificationPostRequestBody
        {
            Topic = new TeamworkActivityTopic { Source = TeamworkActivityTopicSource.Text, Value = notice.Say("staff.number", ("code", notice.CaseNumber)), WebUrl = InTeams(notice.CaseNumber) },
            ActivityType = NoticeWords.ActivityType(notice.Sort),
            PreviewText = new ItemBody { Content = NoticeWords.Preview(notice) },
            TemplateParameters = [.. NoticeWords.Parameters(notice).Select(p => new Microsoft.Graph.Models.KeyValuePair { Name = p.Name, Value = p.Value })],
        };
        var answer = await graph[GraphChannel.Feed].CallAsync((client, stop) => client.Users[entraId].Teamwork.SendActivityNotification.PostAsync(body, cancellationToken: stop), cancel);
        // The permission comes with the app: whoever does not have the one lacks the other.
        return OutcomeOf(answer.Failure, failure => failure.Kind switch
        {
            GraphFailureKind.Forbidden => new(NoticeResult.Unreachable, Code: "not-installed"),
            GraphFailureKind.NotFound => new(NoticeResult.Unreachable, Code: "no-account"),
            _ => new(NoticeResult.Unreachable, Code: failure.Code),
        });
    }

    /// <param name="address">The person's mail address.</param>
    public Task<NoticeOutcome> MailAsync(string address, NoticeContent notice, CancellationToken cancel) => SendAsync(
        address,
        () => new Message
        {
            Subject = NoticeWords.Subject(notice),
            Body = new ItemBody { ContentType = BodyType.Text, Content = NoticeWords.Mail(notice) },
            Importance = notice.Urgency == NoticeUrgency.Standard ? Importance.Normal : Importance.High,
        },
        cancel);

    /// <summary>Sends something for the person's calendar.</summary>
    /// <param name="address">The person's mail address.</param>
    public Task<NoticeOutcome> InviteAsync(string address, CalendarMail mail, CancellationToken cancel) => SendAsync(
        address,
        () => new Message
        {
            Subject = mail.Subject,
            Body = new ItemBody { ContentType = BodyType.Text, Content = mail.Text },
            Attachments = [new FileAttachment { Name = "invite.ics", ContentType = $"text/calendar; charset=utf-8; method={mail.Method}", ContentBytes = Encoding.UTF8.GetBytes(mail.Content) }],
        },
        cancel);

    /// <summary>
    /// Installs the app for a person. <see cref="NoticeResult.Sent"/>: it is there now; Teams tells the bot of the chat by itself.
    /// </summary>
    public async Task<NoticeOutcome> InstallAsync(string entraId, CancellationToken cancel)
    {
        if (!CanInstall) return new(NoticeResult.NotConfigured);
        var body = new UserScopeTeamsAppInstallation
        {
            ConsentedPermissionSet = new TeamsAppPermissionSet
            {
                ResourceSpecificPermissions = [new TeamsAppResourceSpecificPermission { PermissionType = TeamsAppResourceSpecificPermissionType.Application, PermissionValue = FeedPermission }],
            },
            AdditionalData = new Dictionary<string, object> { ["teamsApp@odata.bind"] = $"{Options.Endpoint.AbsoluteUri.TrimEnd('/')}/appCatalogs/teamsApps/{Options.AppTeamsId}" },
        };
        var answer = await graph[GraphChannel.Install].CallAsync((client, stop) => client.Users[entraId].Teamwork.InstalledApps.PostAsync(body, cancellationToken: stop), cancel);
        return answer.Failure is { Kind: GraphFailureKind.Conflict } ? new(NoticeResult.Sent, Code: "was-there")
            : OutcomeOf(answer.Failure, failure => new(NoticeResult.Unreachable, Code: failure.Code));
    }

    private async Task<NoticeOutcome> SendAsync(string address, Func<Message> write, CancellationToken cancel)
    {
        if (!HasMail) return new(NoticeResult.NotConfigured);
        var message = write();
        message.ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = address } }];
        // Nobody reads what an absent person's mailbox answers.
        message.InternetMessageHeaders = [new InternetMessageHeader { Name = "x-auto-response-suppress", Value = "OOF, AutoReply" }];
        var body = new SendMailPostRequestBody { Message = message, SaveToSentItems = false };
        var answer = await graph[GraphChannel.Mail].CallAsync((client, stop) => client.Users[Options.MailFrom].SendMail.PostAsync(body, cancellationToken: stop), cancel);
        return OutcomeOf(answer.Failure, failure => failure.Kind switch
        {
            // The mailbox in the path is ours: no fault of the person, and mended by an operator.
            GraphFailureKind.Forbidden or GraphFailureKind.NotFound => new(NoticeResult.Later, Code: failure.Code),
            _ when failure.Code.Contains("Recipient", StringComparison.Ordinal) => new(NoticeResult.Unreachable, Code: "no-mailbox"),
            _ => new(NoticeResult.Unreachable, Code: failure.Code),
        });
    }

    private static NoticeOutcome OutcomeOf(GraphFailure? failure, Func<GraphFailure, NoticeOutcome> refused) => failure?.Kind switch
    {
        null => new(NoticeResult.Sent),
        GraphFailureKind.Resting => new(NoticeResult.NotTried, failure.RetryAfter, failure.Code),
        GraphFailureKind.Throttled => new(NoticeResult.Later, failure.RetryAfter, failure.Code),
        GraphFailureKind.Unreachable or GraphFailureKind.OurCredentials => new(NoticeResult.Later, Code: failure.Code),
        _ => refused(failure),
    };

    // The app's tab with the cases, at this one. Graph takes a link into Teams only.
    private string InTeams(string number) =>
        $"https://teams.microsoft.com/l/entity/{Options.AppTeamsId}/console?context={Uri.EscapeDataString(JsonSerializer.Serialize(new Dictionary<string, string> { ["subEntityId"] = number }))}";
}
