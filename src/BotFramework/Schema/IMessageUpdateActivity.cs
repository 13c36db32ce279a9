namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>messageUpdate</c>.</summary>
public interface IMessageUpdateActivity : IMessageActivity
{
}
