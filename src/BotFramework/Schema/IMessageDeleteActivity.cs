namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>messageDelete</c>.</summary>
public interface IMessageDeleteActivity : IActivity
{
}
