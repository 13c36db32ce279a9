using System.Globalization;

namespace SupportBot.Protocols;

/// <summary>Which file is what, by its path below the content folder, with forward slashes.</summary>
internal static class ProtocolFiles
{
    public const string Folder = "protocols/";
    public const string Lock = Folder + "lock.json";
    public const string Recalls = Folder + "recalls.yaml";

    /// <summary>The path without the folder: what faults are told with.</summary>
    public static string Name(string path) => path.StartsWith(Folder, StringComparison.Ordinal) ? path[Folder.Length..] : path;

    /// <summary>Splits <c>protocols/suicide-risk/1.es.yaml</c> into its key and <c>es.yaml</c>; null for any other path.</summary>
    public static (ProtocolKey Key, string Kind)? Split(string path)
    {
        var parts = Name(path).Split('/');
        if (!path.StartsWith(Folder, StringComparison.Ordinal) || parts.Length != 2)
            return null;
        var dot = parts[1].IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(parts[1][..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (new(parts[0], version), parts[1][(dot + 1)..])
            : null;
    }

    public static string Path(ProtocolKey key, string kind) => string.Create(CultureInfo.InvariantCulture, $"{Folder}{key.Id}/{key.Version}.{kind}");
}
