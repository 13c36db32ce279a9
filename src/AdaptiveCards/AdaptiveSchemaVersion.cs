using System.Globalization;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A version of the Adaptive Cards schema, such as 1.5.</summary>
[JsonConverter(typeof(SchemaVersionConverter))]
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>
{
    public AdaptiveSchemaVersion()
    {
    }

    /// <exception cref="ArgumentException">The text is null.</exception>
    /// <exception cref="AdaptiveSerializationException">The text is not of the form <c>1.5</c>.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        ArgumentNullException.ThrowIfNull(versionString);
        if (!TryParse(versionString, out var major, out var minor))
            throw new AdaptiveSerializationException("A schema version is a number such as 1.5.");
        (Major, Minor) = (major, minor);
    }

    public AdaptiveSchemaVersion(int major, int minor) => (Major, Minor) = (major, minor);

    public int Major { get; set; }

    public int Minor { get; set; }

    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);

    public static bool operator ==(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Equals(left, right);

    public static bool operator !=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => !Equals(left, right);

    public static bool operator <(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) < 0;

    public static bool operator >(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) > 0;

    public static bool operator <=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) <= 0;

    public static bool operator >=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) >= 0;

    public int CompareTo(AdaptiveSchemaVersion other) => Compare(this, other);

    public override bool Equals(object obj) => obj is AdaptiveSchemaVersion other && (Major, Minor) == (other.Major, other.Minor);

    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryParse(string text, out int major, out int minor)
    {
        minor = 0;
        var parts = text.Split('.');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out major)
            && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minor)));
    }

    private static int Compare(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) =>
        Comparer<(int, int)>.Default.Compare((left?.Major ?? -1, left?.Minor ?? -1), (right?.Major ?? -1, right?.Minor ?? -1));
}
