namespace SupportBot.Storage;

/// <summary>The people in force and everybody who ever was, where a source beside the content file gives them. A single row.</summary>
internal sealed class PeopleListRow
{
    public int Id { get; init; }

    /// <summary>Rises with every change: of two processes that read a source at once, one writes and the other looks again.</summary>
    public long Revision { get; init; }

    /// <summary>Sealed: it holds names and addresses of staff.</summary>
    public required byte[] Content { get; init; }

    public long Updated { get; init; }
}
