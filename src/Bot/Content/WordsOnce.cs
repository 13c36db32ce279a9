using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SupportBot.Understanding;

namespace SupportBot.Bot;

/// <summary>
/// Reads the words by which people are understood. Reading them takes longer than all other content together, and what is read never changes: whoever reads the same words
/// again in one process, as a second host does, has them at once. Only the last ones are kept.
/// </summary>
internal static class WordsOnce
{
    private static readonly Lock Gate = new();
    private static (string Hash, Task<ContentRead<Comprehension>> Reading)? _last;

    public static Task<ContentRead<Comprehension>> ReadAsync(IReadOnlyDictionary<string, string> files, bool withExamples)
    {
        var words = files.Where(f => ComprehensionReader.Folders.Any(folder => f.Key.StartsWith(folder, StringComparison.Ordinal))).OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Value);
        var hash = HashOf(words, withExamples);
        lock (Gate)
        {
            if (_last is { } last && last.Hash == hash) return last.Reading;
            var reading = Task.Run(() => ComprehensionReader.Read(words, withExamples));
            _last = (hash, reading);
            return reading;
        }
    }

    private static string HashOf(Dictionary<string, string> words, bool withExamples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in words)
        {
            hash.AppendData(MemoryMarshal.AsBytes($"{path}\0{text.Length}\0".AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return $"{withExamples}{Convert.ToHexString(hash.GetHashAndReset())}";
    }
}
