namespace Microsoft.Bot.Schema;

/// <summary>Allowed values of <see cref="IContactRelationUpdateActivity.Action"/>.</summary>
public static class ContactRelationUpdateActionTypes
{
    public const string Add = "add";
    public const string Remove = "remove";
}
