using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;

namespace SupportBot.Wire;

/// <summary>
/// The wire form of activities and of what goes with them: camelCase, nulls left out, times ISO 8601, unknown members kept.
/// Objects of a caller's own types are written with the names their author gave them.
/// </summary>
public static class ActivityJson
{
    /// <summary>Bytes an activity may have when the caller names no other limit: 256 KB, more than any channel sends.</summary>
    public const int DefaultLimit = 256 * 1024;

    /// <summary>How deep JSON may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>For a caller who writes or reads a part of an activity by itself. Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    private static readonly JsonTypeInfo<Activity> ActivityInfo = (JsonTypeInfo<Activity>)Options.GetTypeInfo(typeof(Activity));

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="JsonException">Not JSON in UTF-8, deeper than <see cref="MaxDepth"/>, not an object, or a member has the wrong type.</exception>
    public static Activity Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(ByteOrderMark))
            json = json[3..];
        WellFormedText.Require(json);
        return JsonSerializer.Deserialize(json, ActivityInfo) ?? throw new JsonException("An activity is a JSON object, not null.");
    }

    /// <param name="limit">Largest number of bytes that is accepted.</param>
    /// <exception cref="JsonException">As <see cref="Read(ReadOnlySpan{byte})"/>; or <see cref="ActivityTooLargeException"/> past the limit.</exception>
    public static async ValueTask<Activity> ReadAsync(Stream stream, int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            return await ReadAsync(pipe, limit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads to the end of the pipe and leaves the pipe to its owner.</summary>
    /// <param name="limit">Largest number of bytes that is accepted.</param>
    /// <exception cref="JsonException">As <see cref="Read(ReadOnlySpan{byte})"/>; or <see cref="ActivityTooLargeException"/> past the limit.</exception>
    public static async ValueTask<Activity> ReadAsync(PipeReader pipe, int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (buffer.Length > limit)
            {
                pipe.AdvanceTo(buffer.End);
                throw new ActivityTooLargeException(limit);
            }

            if (!result.IsCompleted)
            {
                pipe.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            try
            {
                return Read(buffer);
            }
            finally
            {
                pipe.AdvanceTo(buffer.End);
            }
        }
    }

    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityInfo);

    public static void Write(Activity activity, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        JsonSerializer.Serialize(writer, activity, ActivityInfo);
    }

    internal static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = MaxDepth };

    private static Activity Read(ReadOnlySequence<byte> json)
    {
        if (json.IsSingleSegment)
            return Read(json.FirstSpan);

        var rented = ArrayPool<byte>.Shared.Rent((int)json.Length);
        try
        {
            json.CopyTo(rented);
            return Read(rented.AsSpan(0, (int)json.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth,
            IncludeFields = true,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(WireContext.Default, new DefaultJsonTypeInfoResolver()).WithAddedModifier(NameAsOnTheWire),
            Converters = { new AnyJson(), new MomentJson() },
        };
        options.MakeReadOnly();
        return options;
    }

    // A naming policy would also rename the members of objects that are not ours.
    private static void NameAsOnTheWire(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Assembly != typeof(Activity).Assembly || !type.Type.Namespace.StartsWith("Microsoft.Bot.Schema", StringComparison.Ordinal))
            return;
        foreach (var property in type.Properties)
            property.Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
    }
}
