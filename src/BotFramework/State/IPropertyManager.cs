namespace Microsoft.Bot.Builder;

/// <summary>Has properties of which each has a name and a type.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
