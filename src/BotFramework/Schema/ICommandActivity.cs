namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>command</c>.</summary>
public interface ICommandActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }
}
