namespace SupportBot.Bot;

/// <summary>Where the people come from: section <c>People</c>.</summary>
public sealed record PeopleOptions
{
    public const string Section = "People";
    public const string Content = "content";
    public const string Csv = "csv";
    public const string Graph = "graph";

    /// <summary>The content file alone, an export as CSV, or groups of Microsoft Entra.</summary>
    public string Source { get; init; } = Content;

    /// <summary>The export; relative to the program's folder.</summary>
    public string? CsvPath { get; init; }

    /// <summary>How often the source is read. A changed file is read sooner.</summary>
    public int Minutes { get; init; } = 15;

    /// <summary>For one start, where a source rightly has fewer than half of the people of before.</summary>
    public bool FewerIsMeant { get; init; }

    /// <exception cref="InvalidOperationException">The section cannot be read, or has a fault; the message says which.</exception>
    public static PeopleOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<PeopleOptions>() ?? new PeopleOptions();
        return options.Fault() is { } fault ? throw new InvalidOperationException(fault) : options;
    }

    /// <summary>What is wrong, in one sentence; null where nothing is.</summary>
    public string? Fault() => Source switch
    {
        not (Content or Csv or Graph) => $"People:Source is none of {Content}, {Csv}, {Graph}.",
        Csv when string.IsNullOrWhiteSpace(CsvPath) => "People:Source is csv, and People:CsvPath names no file.",
        _ when Minutes is < 1 or > 1440 => "People:Minutes is not between 1 and 1440.",
        _ => null,
    };
}
