namespace Microsoft.Bot.Builder;

/// <summary>A thing whose storage refuses a write that was made from an older version.</summary>
public interface IStoreItem
{
    /// <summary>The version that was read; <c>*</c> to overwrite whatever there is.</summary>
    string ETag { get; set; }
}
