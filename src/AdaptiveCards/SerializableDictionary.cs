namespace AdaptiveCards;

/// <summary>The dictionary behind <see cref="AdaptiveTypedElement.AdditionalProperties"/>.</summary>
public class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue>
{
    public SerializableDictionary()
    {
    }

    public SerializableDictionary(IEqualityComparer<TKey> comparer) : base(comparer)
    {
    }
}
