using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Delta;
using Microsoft.Kiota.Abstractions;
using SupportBot.Directory;

namespace SupportBot.Graph;

/// <summary>
/// The members of the configured groups of Microsoft Entra. The first reading takes them whole; after that Graph is asked which accounts have changed,
/// and those are read again. What is known of accounts and the link to the next changes stay in memory only: the link is worth nothing without the
/// accounts, and nobody's account is kept in a second place. After a restart, a day, or when Graph has forgotten the link, all is read whole again.
/// A group that cannot be read refuses the reading: half of the truth would take people off duty.
/// </summary>
public sealed class GraphPeople(GraphConnection graph, IReadOnlyList<GroupPost> groups, TimeProvider time) : IPeopleSource
{
    private const int MostPages = 1000;
    private static readonly TimeSpan WholeAgain = TimeSpan.FromDays(1);
    private readonly string[] _groupIds = [.. groups.Select(g => g.Id).Distinct(StringComparer.OrdinalIgnoreCase)];
    private Known? _known;

    public string Name => "Microsoft Entra";

    public string? Stamp => null;

    public async Task<PeopleReading> ReadAsync(CancellationToken cancel)
    {
        try
        {
            var calls = new PatientGraph(graph[GraphChannel.People], time);
            var changes = _known is { } known && time.GetUtcNow() - known.WholeAt < WholeAgain ? await ChangesAsync(calls, known, cancel) : null;
            _known = changes ?? await WholeAsync(calls, cancel);
            return Rows(_known);
        }
        catch (NotReadException e)
        {
            return PeopleReading.Failed(e.Failure.Code, e.Message, e.Failure.RetryAfter);
        }
    }

    private async Task<Known> WholeAsync(PatientGraph calls, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // The link first: what changes while the groups are read is then told the next time.
        var latest = $"{graph.Options.Endpoint.AbsoluteUri.TrimEnd('/')}/users/delta?$select={string.Join(',', Account.Select)}&$deltatoken=latest";
        var (_, link) = await FollowAsync(calls, latest, cancel) ?? throw NotReadException.Of(new GraphFailure(GraphFailureKind.Gone, "410"), "The changes of accounts");
        var members = await MembersAsync(calls, Account.Select, cancel);
        var accounts = members.Values.SelectMany(m => m).DistinctBy(u => u.Id).ToDictionary(u => u.Id!, Account.Of);
        return new Known(now, link, accounts, members.ToDictionary(m => m.Key, m => m.Value.Select(u => u.Id!).ToHashSet()));
    }

    /// <summary>Null where Graph has forgotten what it told.</summary>
    private async Task<Known?> ChangesAsync(PatientGraph calls, Known known, CancellationToken cancel)
    {
        if (await FollowAsync(calls, known.Link, cancel) is not var (changed, link)) return null;
        var members = (await MembersAsync(calls, ["id"], cancel)).ToDictionary(m => m.Key, m => m.Value.Select(u => u.Id!).ToHashSet());
        var there = members.Values.SelectMany(m => m).ToHashSet();
        var accounts = known.Accounts.Where(a => there.Contains(a.Key) && !changed.Contains(a.Key)).ToDictionary();
        // A change names what has changed and not always the rest, so whoever has changed is read again; accounts of nobody here are not.
        var toRead = there.Where(id => !accounts.ContainsKey(id)).ToList();
        var read = await calls.BatchAsync<User>([.. toRead.Select<string, Func<GraphServiceClient, RequestInformation>>(id => client => client.Users[id].ToGetRequestInformation(c => c.QueryParameters.Select = Account.Select))], cancel);
        foreach (var (id, answer) in toRead.Zip(read))
        {
            if (answer.Value is { } user) accounts[id] = Account.Of(user) with { Id = id };
            else if (answer.Failure is { Kind: not GraphFailureKind.NotFound } failure) throw NotReadException.Of(failure, $"The account {id}");
        }

        return new Known(known.WholeAt, link, accounts, members);
    }

    // Ids of accounts that have changed or are gone; of everybody's, most of them nobody's here.
    private static async Task<(HashSet<string> Changed, string Link)?> FollowAsync(PatientGraph calls, string link, CancellationToken cancel)
    {
        HashSet<string> changed = [];
        for (var (page, at) = (0, link); page < MostPages; page++)
        {
            var here = at;
            var answer = await calls.CallAsync<DeltaGetResponse>((client, stop) => client.Users.Delta.WithUrl(here).GetAsDeltaGetResponseAsync(cancellationToken: stop), cancel);
            if (answer.Failure is { Kind: GraphFailureKind.Gone }) return null;
            if (answer.Value is not { } value) throw NotReadException.Of(answer.Failure, "The changes of accounts");
            changed.UnionWith((value.Value ?? []).Select(u => u.Id).OfType<string>());
            if (value.OdataNextLink is { } next) at = next;
            else if (value.OdataDeltaLink is { } last) return (changed, last);
            else break;
        }

        throw NotReadException.Of(new GraphFailure(GraphFailureKind.Unreachable, "no-end"), "The changes of accounts");
    }

    private async Task<Dictionary<string, List<User>>> MembersAsync(PatientGraph calls, string[] select, CancellationToken cancel)
    {
        var first = await calls.BatchAsync<UserCollectionResponse>(
            [.. _groupIds.Select<string, Func<GraphServiceClient, RequestInformation>>(id => client => client.Groups[id].TransitiveMembers.GraphUser.ToGetRequestInformation(GroupMembers.Asking(select)))], cancel);
        Dictionary<string, List<User>> members = [];
        foreach (var (id, answer) in _groupIds.Zip(first)) members[id] = await GroupMembers.PagesAsync(calls, id, answer, cancel);
        return members;
    }

    // Whoever is disabled or deleted is in no row, and leaves.
    private PeopleReading Rows(Known known)
    {
        if (known.Accounts.Values.Any(a => a.IsEnabled is null))
            return PeopleReading.Failed("no-account-state", "Graph does not tell which accounts are disabled, so people who left would stay. Grant the app the permission User.Read.All.");
        var posts = groups.SelectMany(g => known.Members[_groupIds.First(id => string.Equals(id, g.Id, StringComparison.OrdinalIgnoreCase))].Select(account => (account, g.Post))).ToLookup(p => p.account, p => p.Post);
        return PeopleReading.Of([.. posts.Select(p => (Account: known.Accounts.GetValueOrDefault(p.Key), Posts: p)).Where(p => p.Account is { IsEnabled: true }).Select(p => new PersonRow
        {
            Where = $"account {p.Account!.Id}",
            EntraId = p.Account.Id,
            Name = p.Account.Name,
            Mail = p.Account.Mail,
            // An account without a number tells nothing: a number in the content file stays.
            Phone = p.Account.Phone,
            Posts = [.. p.Posts.Where(post => post.Length > 0).Distinct()],
        })]);
    }

    private sealed record Known(DateTimeOffset WholeAt, string Link, Dictionary<string, Account> Accounts, Dictionary<string, HashSet<string>> Members);
}
