using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using SupportBot.Directory;

namespace SupportBot.Graph;

/// <summary>
/// The members of the configured groups of Microsoft Entra as hires: employee id, name, mail, job title, office, first day and manager of each account. Read only
/// when somebody asks, and kept by nobody: what comes of it is a list that a person looks at. Disabled accounts are nobody's hire.
/// </summary>
public sealed class GraphHires(GraphConnection graph, IReadOnlyList<HireGroup> groups, TimeProvider time) : IHireSource
{
    /// <summary>Somebody looks at a page meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private static readonly string[] Select = ["id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "accountEnabled", "employeeId", "employeeHireDate", "jobTitle", "officeLocation"];

    public string Name => "Microsoft Entra";

    public async Task<HireSourceReading> ReadAsync(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            var calls = new PatientGraph(graph[GraphChannel.People], time);
            List<(User User, HireGroup Group)> members = [];
            foreach (var group in groups)
            {
                members.AddRange((await MembersAsync(calls, group.Id, either.Token)).Select(u => (u, group)));
                if (members.Count > HireCsv.MostLines) return Failed(string.Create(CultureInfo.InvariantCulture, $"The groups have more than {HireCsv.MostLines:N0} members. Name groups of new hires in {HireGroup.Section}, not of all staff."));
            }

            // Graph tells the state only with User.Read.All: without it people who left would come back as hires.
            if (members.Any(m => m.User.AccountEnabled is null)) return Failed("Graph does not tell which accounts are disabled. Grant the app the permission User.Read.All.");
            // Whoever is in two groups is one hire, by the first that is named.
            var there = members.Where(m => m.User.AccountEnabled == true).DistinctBy(m => m.User.Id).ToList();
            var supervisors = await SupervisorsAsync(calls, [.. there.Select(m => m.User.Id!)], either.Token);
            return new HireSourceReading(null, [.. there.Zip(supervisors, (m, s) => HireOf(m.User, m.Group, s))]);
        }
        catch (NotReadException e)
        {
            return Failed(e.Message.Replace(GroupPost.Section, HireGroup.Section, StringComparison.Ordinal));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed("Microsoft Entra does not answer in time. Please try again in a few minutes.");
        }
    }

    private static async Task<List<User>> MembersAsync(PatientGraph calls, string group, CancellationToken cancel)
    {
        var first = await calls.CallAsync<UserCollectionResponse>((client, stop) => client.Groups[group].TransitiveMembers.GraphUser.GetAsync(GroupMembers.Asking(Select), stop), cancel);
        return await GroupMembers.PagesAsync(calls, group, first, cancel, HireCsv.MostLines);
    }

    // A manager may be more kinds of thing than an account, so Graph's schema lets nothing of an account be picked out; the rest is let go.
    // Whoever has no manager there has none here; any other failure refuses the reading, because half of them would climb to nobody.
    private static async Task<IReadOnlyList<string?>> SupervisorsAsync(PatientGraph calls, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var answers = await calls.BatchAsync<User>([.. ids.Select<string, Func<GraphServiceClient, RequestInformation>>(id => client => client.Users[id].Manager.ToGetRequestInformation())], cancel);
        foreach (var answer in answers)
            if (answer.Failure is { Kind: not GraphFailureKind.NotFound } failure) throw NotReadException.Of(failure, "Who supervises whom");
        return [.. answers.Select(a => a.Value is { } manager ? MailOf(manager) : null)];
    }

    private static HireText HireOf(User user, HireGroup group, string? supervisor) => new(
        user.EmployeeId, Account.Of(user).Name, MailOf(user), group.Role.Length > 0 ? group.Role : user.JobTitle, group.School.Length > 0 ? group.School : user.OfficeLocation,
        // Graph keeps a day as its midnight.
        user.EmployeeHireDate?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), supervisor);

    private static string? MailOf(User user) => user.Mail is { Length: > 0 } mail ? mail : user.UserPrincipalName;

    private static HireSourceReading Failed(string sentence) => new(sentence, []);
}
