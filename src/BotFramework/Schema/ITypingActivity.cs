namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>typing</c>.</summary>
public interface ITypingActivity : IActivity
{
}
