namespace SupportBot.Graph.Tests;

/// <summary>The checker itself: it lets pass what Graph's schema allows, and catches every kind of mistake.</summary>
public sealed class GraphContractTests
{
    private const string Mail = """{"Message":{"subject":"s","body":{"contentType":"text","content":"b"},"toRecipients":[{"emailAddress":{"address":"a@b.example"}}],"importance":"high"},"SaveToSentItems":false}""";
    private const string App = """{"teamsApp@odata.bind":"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/7"}""";

    [Theory]
    [InlineData("POST", "users/7/sendMail", "", Mail)]
    [InlineData("POST", "users/support@district.example/sendMail", "", Mail)]
    [InlineData("POST", "users/7/teamwork/installedApps", "", App)]
    [InlineData("GET", "users/7/teamwork/installedApps/8/chat", "", "")]
    [InlineData("POST", "communications/getPresencesByUserId", "", """{"ids":["7"]}""")]
    [InlineData("GET", "users/delta()", "?$select=id,displayName,accountEnabled", "")]
    [InlineData("GET", "users/delta()", "?$deltatoken=x", "")]
    [InlineData("GET", "groups/7/transitiveMembers", "?$select=id&$top=50", "")]
    [InlineData("GET", "groups/7/members/graph.user", "?$select=id,mail", "")]
    [InlineData("GET", "users", "?$filter=startswith(displayName,'a')&$orderby=displayName&$count=true", "")]
    [InlineData("GET", "groups", "?%24expand=members(%24select=id)", "")]
    [InlineData("PATCH", "users/7", "", """{"displayName":"A","accountEnabled":true,"businessPhones":["1"],"createdDateTime":"2026-11-26T00:00:00Z"}""")]
    [InlineData("GET", "users/7/calendarView/delta()", "?startDateTime=2026-11-26T00:00:00Z&endDateTime=2026-12-26T00:00:00Z", "")]
    [InlineData("GET", "users/7/calendarView/delta()", "?$deltatoken=x", "")]
    [InlineData("POST", "users/7/calendar/getSchedule", "", """{"Schedules":["a@b.example"],"StartTime":{"dateTime":"2026-11-26T00:00:00","timeZone":"UTC"}}""")]
    [InlineData("GET", "users/7/events", "?$filter=singleValueExtendedProperties/any(ep: ep/id eq 'x' and ep/value eq 'y')", "")]
    [InlineData("GET", "users/7/onlineMeetings", "?$filter=joinWebUrl eq 'https%3A%2F%2Fteams.example%2Fjoin'", "")]
    [InlineData("GET", "users/7/onlineMeetings/8/attendanceReports/9/attendanceRecords", "?$skiptoken=x", "")]
    [InlineData("POST", "subscriptions", "", """{"changeType":"created","resource":"users/7/events","notificationUrl":"https://a.example","expirationDateTime":"2026-11-26T00:00:00Z","clientState":"x"}""")]
    [InlineData("DELETE", "subscriptions/7", "", "")]
    [InlineData("PATCH", "users/7/events/8", "", """{"attendees":[{"emailAddress":{"address":"a@b.example"},"type":"required"}]}""")]
    public void What_the_schema_allows_passes(string method, string path, string query, string body) =>
        Assert.Empty(GraphContract.Get().Faults(Request(method, path, query, body)));

    [Theory]
    [InlineData("GET", "users/7/calender", "", "", "calender")]
    [InlineData("GET", "groups/7/member", "", "", "member")]
    [InlineData("GET", "people", "", "", "people")]
    [InlineData("POST", "users/7/sendMails", "", Mail, "sendMails")]
    [InlineData("GET", "users", "?$select=displayNam", "", "displayNam")]
    [InlineData("GET", "groups", "?$expand=members($select=nothing)", "", "nothing")]
    [InlineData("GET", "groups", "?$expand=membrs", "", "membrs")]
    [InlineData("GET", "users", "?$filter=startsWit(displayName,'a')", "", "startsWit")]
    [InlineData("GET", "users", "?$filter=displayNam eq 'a'", "", "displayNam")]
    [InlineData("GET", "users", "?$filter=accountEnabled eq 'yes'", "", "type")]
    [InlineData("GET", "users", "?$orderby=displayNam", "", "displayNam")]
    [InlineData("GET", "users", "?$selct=id", "", "$selct")]
    [InlineData("GET", "users/7/sendMail", "", "", "takes POST")]
    [InlineData("DELETE", "users", "", "", "takes GET, POST")]
    [InlineData("PUT", "users/7", "", "{}", "takes GET, PATCH, DELETE")]
    [InlineData("POST", "users/delta()", "", "{}", "takes GET")]
    [InlineData("POST", "users/7/sendMail", "", """{"Mesage":{}}""", "no parameter 'Mesage'")]
    [InlineData("POST", "users/7/sendMail", "", "{}", "needs 'Message'")]
    [InlineData("POST", "users/7/sendMail", "", """{"Message":{"subjct":"s"}}""", "no property 'subjct'")]
    [InlineData("POST", "users/7/sendMail", "", """{"Message":{"subject":7}}""", "no Edm.String")]
    [InlineData("POST", "users/7/sendMail", "", """{"Message":{},"SaveToSentItems":"no"}""", "no Edm.Boolean")]
    [InlineData("POST", "users/7/sendMail", "", """{"Message":{"importance":"loud"}}""", "importance")]
    [InlineData("POST", "users/7/sendMail", "", """{"Message":{"toRecipients":{"emailAddress":{}}}}""", "is a list")]
    [InlineData("POST", "users/7/sendMail", "", """{"Message":{"toRecipients":[{"emailAddress":{"adress":"a"}}]}}""", "adress")]
    [InlineData("POST", "users/7/sendMail", "", """{"Message":{"@odata.type":"#microsoft.graph.user"}}""", "is no microsoft.graph.message")]
    [InlineData("POST", "communications/getPresencesByUserId", "", """{"ids":"7"}""", "is a list")]
    [InlineData("POST", "users/7/teamwork/installedApps", "", """{"teamsAp@odata.bind":"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/7"}""", "teamsAp@odata.bind")]
    [InlineData("POST", "users/7/teamwork/installedApps", "", """{"teamsApp@odata.bind":"https://graph.microsoft.com/v1.0/users/7"}""", "leads to no such thing")]
    [InlineData("POST", "users/7/teamwork/installedApps", "", """{"teamsApp@odata.bind":"https://graph.microsoft.com/v1.0/appCatalogs/teamApps/7"}""", "leads to no such thing")]
    [InlineData("GET", "users/7/calendarView/delta()", "?startDateTime=2026-11-26T00:00:00Z", "", "endDateTime")]
    [InlineData("GET", "users/7/events", "?startDateTime=2026-11-26T00:00:00Z", "", "startDateTime")]
    [InlineData("GET", "users/7/events", "?$filter=singleValueExtendedProperties/any(ep: ep/valu eq 'y')", "", "valu")]
    [InlineData("PATCH", "users/7/events/8", "", """{"attendees":[{"emailAddress":{"adress":"a@b.example"}}]}""", "adress")]
    [InlineData("POST", "users/7/events", "", """{"transactionid":"1"}""", "transactionid")]
    [InlineData("POST", "subscriptions", "", """{"changeTypes":"created"}""", "changeTypes")]
    [InlineData("PATCH", "subscriptions/7", "", """{"expirationDateTime":"soon"}""", "no Edm.DateTimeOffset")]
    [InlineData("GET", "users/7/onlineMeetings", "?$filter=joinUrl eq 'x'", "", "joinUrl")]
    [InlineData("GET", "users/7/onlineMeetings/8/attendanceReport", "", "", "attendanceReport")]
    [InlineData("GET", "users/7/onlineMeetings/8/attendanceReports/9/records", "", "", "records")]
    public void What_it_does_not_know_is_caught(string method, string path, string query, string body, string said) =>
        Assert.Contains(GraphContract.Get().Faults(Request(method, path, query, body)), f => f.Contains(said, StringComparison.OrdinalIgnoreCase));

    private static GraphRequest Request(string method, string path, string query, string body) => new(method, path, query, new Dictionary<string, string>(), body);
}
