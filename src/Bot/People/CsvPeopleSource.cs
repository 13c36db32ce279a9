using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>An export on disk. Whoever writes it does best to write another file and to move it here: then it is never half there.</summary>
public sealed class CsvPeopleSource(string path) : IPeopleSource
{
    private const string Missing = "missing";

    public string Name => Path.GetFileName(path);

    public string Stamp
    {
        get
        {
            var file = new FileInfo(path);
            return file.Exists ? $"{file.Length}:{file.LastWriteTimeUtc.Ticks}" : Missing;
        }
    }

    public async Task<PeopleReading> ReadAsync(CancellationToken cancel)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // One byte too many is enough to be told so.
            var content = new byte[Math.Min(file.Length, PeopleCsv.LargestFile + 1)];
            await file.ReadExactlyAsync(content, cancel);
            return PeopleCsv.Read(content, Name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return PeopleReading.Failed("no-file", $"There is no file {Name} where People:CsvPath says. Put the export there.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PeopleReading.Failed("unreadable", $"{Name} cannot be read. Let the program's account read it.");
        }
    }
}
