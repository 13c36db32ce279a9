using Microsoft.Graph.Models;

namespace SupportBot.Graph;

/// <summary>What is kept of an account: no more than a person of the directory is made of.</summary>
/// <param name="IsEnabled">Null where Graph does not tell, because the permission is missing.</param>
internal sealed record Account(string Id, string Name, string Mail, string? Phone, bool? IsEnabled)
{
    public static readonly string[] Select = ["id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "businessPhones", "accountEnabled"];

    public static Account Of(User user)
    {
        var inFull = string.IsNullOrWhiteSpace(user.GivenName) || string.IsNullOrWhiteSpace(user.Surname) ? null : $"{user.GivenName.Trim()} {user.Surname.Trim()}";
        return new Account(user.Id ?? "", inFull ?? user.DisplayName ?? "", user.Mail is { Length: > 0 } mail ? mail : user.UserPrincipalName ?? "", user.BusinessPhones?.FirstOrDefault(), user.AccountEnabled);
    }
}
