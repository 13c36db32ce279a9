namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>handoff</c>.</summary>
public interface IHandoffActivity : IActivity
{
}
