using Microsoft.Graph.Groups.Item.TransitiveMembers.GraphUser;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace SupportBot.Graph;

/// <summary>How the members of a group of Microsoft Entra are asked for, and read to the last page.</summary>
internal static class GroupMembers
{
    private const int PageSize = 999;
    private const int MostPages = 1000;

    /// <param name="select">Properties of an account.</param>
    public static Action<RequestConfiguration<GraphUserRequestBuilder.GraphUserRequestBuilderGetQueryParameters>> Asking(string[] select) => c =>
    {
        c.QueryParameters.Select = select;
        c.QueryParameters.Top = PageSize;
        // Members of one kind alone are an advanced query, which Graph answers with these two only.
        c.QueryParameters.Count = true;
        c.Headers.Add("ConsistencyLevel", "eventual");
    };

    /// <summary>The accounts from a first page on.</summary>
    /// <param name="most">Once there are more, no further page is asked for.</param>
    /// <exception cref="NotReadException">A page could not be read, or there is no last one.</exception>
    public static async Task<List<User>> PagesAsync(PatientGraph calls, string group, GraphAnswer<UserCollectionResponse> page, CancellationToken cancel, int most = int.MaxValue)
    {
        List<User> users = [];
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (page.Value is not { } value) throw NotReadException.Of(page.Failure, $"The group {group}");
            users.AddRange((value.Value ?? []).Where(u => u.Id is not null));
            if (value.OdataNextLink is not { } next || users.Count > most) return users;
            page = await calls.CallAsync<UserCollectionResponse>(
                (client, stop) => client.Groups[group].TransitiveMembers.GraphUser.WithUrl(next).GetAsync(c => c.Headers.Add("ConsistencyLevel", "eventual"), stop), cancel);
        }

        throw NotReadException.Of(new GraphFailure(GraphFailureKind.Unreachable, "no-end"), $"The group {group}");
    }
}
