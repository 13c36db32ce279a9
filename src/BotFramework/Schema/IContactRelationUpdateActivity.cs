namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>contactRelationUpdate</c>.</summary>
public interface IContactRelationUpdateActivity : IActivity
{
    string Action { get; set; }
}
