using System.Globalization;

namespace SupportBot.Protocols;

/// <summary>One version of one protocol, printed <c>suicide-risk@1</c>.</summary>
/// <param name="Version">1 or more</param>
public readonly record struct ProtocolKey(string Id, int Version)
{
    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse(string? text, out ProtocolKey key)
    {
        key = default;
        var at = text?.LastIndexOf('@') ?? -1;
        if (at < 1 || !int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
            return false;
        key = new(text![..at], version);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}@{Version}");
}
