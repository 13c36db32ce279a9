namespace SupportBot.Graph;

/// <summary>One permission that the app is given, as an application.</summary>
/// <param name="Name">As Graph names it.</param>
/// <param name="Path">Calls that need it, as parts of a path.</param>
/// <param name="With">How it is given: <c>the app</c>, in its manifest, or <c>admin consent</c>.</param>
/// <param name="Why">What it is for, in a sentence that a privacy officer reads.</param>
public sealed record GraphPermission(string Name, GraphChannel Channel, string Path, string With, string Why);

/// <summary>The least that each part needs. README, manifest and infra are held against this list by a test.</summary>
public static class GraphPermissions
{
    public const string WithTheApp = "the app";
    public const string ByAnAdministrator = "admin consent";

    public static IReadOnlyList<GraphPermission> All { get; } =
    [
        new("TeamsActivity.Send.User", GraphChannel.Feed, "/teamwork/sendActivityNotification", WithTheApp, "activity feed notices to people who have the app"),
        new("TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All", GraphChannel.Install, "/teamwork/installedApps", ByAnAdministrator, "installing this app, no other, for people on duty"),
        new("Mail.Send", GraphChannel.Mail, "/sendMail", ByAnAdministrator, "mail from one mailbox, without a word of a report"),
        new("Presence.Read.All", GraphChannel.Presence, "communications/getPresencesByUserId", ByAnAdministrator, "whether a counselor is there when a student wants to talk"),
        new("Calendars.ReadWrite", GraphChannel.Calendar, "calendar", ByAnAdministrator, "events of trainings in one mailbox's calendar, and whether facilitators and rooms are free"),
        // What Teams wants beside these two, an application access policy for the mailbox, stands in infra/README.md.
        new("OnlineMeetings.Read.All", GraphChannel.Meetings, "onlineMeetings", ByAnAdministrator, "finding the online meeting of a training, where its attendance report is read"),
        new("OnlineMeetingArtifact.Read.All", GraphChannel.Meetings, "attendanceReports", ByAnAdministrator, "how long people were in a training's online meeting, for whoever closes its roll"),
        new("User.Read.All", GraphChannel.People, "users", ByAnAdministrator, "people of the directory, by delta, and hires where groups of them are named"),
        new("GroupMember.Read.All", GraphChannel.People, "groups", ByAnAdministrator, "roles by group, and groups of hires"),
    ];
}
