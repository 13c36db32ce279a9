namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>trace</c>.</summary>
public interface ITraceActivity : IActivity
{
    string Name { get; set; }

    string Label { get; set; }

    string ValueType { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
