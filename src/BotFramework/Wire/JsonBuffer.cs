using System.Buffers;
using System.Text.Json;

namespace SupportBot.Wire;

/// <summary>A JSON writer with its memory, kept for the next use. What was written is wiped on disposal.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static JsonBuffer _spare;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    private JsonBuffer()
    {
        Writer = new Utf8JsonWriter(_bytes, ActivityJson.WriterOptions);
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>What was written, after a flush of the writer.</summary>
    public ReadOnlyMemory<byte> Written
    {
        get
        {
            Writer.Flush();
            return _bytes.WrittenMemory;
        }
    }

    public static JsonBuffer Rent()
    {
        var spare = _spare ?? new JsonBuffer();
        _spare = null;
        return spare;
    }

    public void Dispose()
    {
        if (_bytes.Capacity > LargestKept)
            return;
        _bytes.Clear();
        Writer.Reset(_bytes);
        _spare = this;
    }
}
