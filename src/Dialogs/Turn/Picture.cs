namespace SupportBot.Dialogs;

/// <summary>
/// A picture that a person sent: decoded and encoded anew by the channel, without its metadata and file name. It is the
/// <c>Content</c> of an attachment and stays in memory until the turn is committed; no serialiser writes its bytes.
/// </summary>
public sealed class Picture(ReadOnlyMemory<byte> bytes, int width, int height)
{
    /// <summary>Pixels.</summary>
    public int Width { get; } = width;

    /// <summary>Pixels.</summary>
    public int Height { get; } = height;

    /// <summary>The file, in the format that the attachment's <c>ContentType</c> names: <c>image/jpeg</c> or <c>image/png</c>.</summary>
    public ReadOnlyMemory<byte> Open() => bytes;

    public override string ToString() => "•••";
}
