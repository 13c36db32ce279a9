namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>commandResult</c>.</summary>
public interface ICommandResultActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }
}
