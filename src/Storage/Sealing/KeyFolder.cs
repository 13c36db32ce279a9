namespace SupportBot.Storage;

/// <summary>
/// The folder of the key files. Made readable by its owner only, and refused when it or a file in it may be read by anybody else:
/// a key that others could read must be taken for read.
/// </summary>
internal sealed class KeyFolder
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private readonly string path;

    private KeyFolder(string path) => this.path = path;

    /// <param name="isWrapped">
    /// True where a vault wraps every key in it: then whoever reads the files has nothing, and a share that knows no owners will do.
    /// </param>
    /// <exception cref="StorageCannotStartException">The folder or a file in it is open to others.</exception>
    public static KeyFolder Open(string path, bool isWrapped)
    {
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(path);
        else
        {
            System.IO.Directory.CreateDirectory(path, OwnersFolder);
            if (isWrapped) return new KeyFolder(path);
            Refuse(path, "700");
            foreach (var file in System.IO.Directory.EnumerateFiles(path)) Refuse(file, "600");
        }

        return new KeyFolder(path);
    }

    /// <summary>The file's bytes, or null where there is none.</summary>
    public byte[]? Read(string name)
    {
        var file = Path.Combine(path, name);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    /// <summary>
    /// Writes a file that must not exist yet, whole or not at all, and on disk before it returns.
    /// False where somebody else was first: read theirs.
    /// </summary>
    public bool TryCreate(string name, ReadOnlySpan<byte> content)
    {
        var written = Path.Combine(path, $"{name}.{Guid.NewGuid():N}.new");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersFile;
        using (var stream = new FileStream(written, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(written, Path.Combine(path, name), overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(Path.Combine(path, name)))
        {
            File.Delete(written);
            return false;
        }
    }

    /// <summary>Names of the files that match, such as <c>tab.*.key</c>.</summary>
    public IReadOnlyList<string> Names(string pattern) => [.. System.IO.Directory.EnumerateFiles(path, pattern).Select(f => Path.GetFileName(f))];

    /// <summary>Does nothing where somebody else was first.</summary>
    public void Delete(string name) => File.Delete(Path.Combine(path, name));

    private static void Refuse(string file, string mode)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
            throw new StorageCannotStartException($"{file} can be read by others than its owner. Make it private (chmod {mode} \"{file}\"), and if others may have read it, treat its keys as known.");
    }
}
