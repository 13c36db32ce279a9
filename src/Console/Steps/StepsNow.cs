using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A run as its page shows it.</summary>
/// <param name="Language">ISO 639; of the lines, the question and the buttons.</param>
/// <param name="Lines">What the program said since it began, oldest first. Never a person's words.</param>
public sealed record StepsNow(int Place, string Language, IReadOnlyList<StepsLine> Lines)
{
    /// <summary>False where nothing is open here (any more).</summary>
    public bool IsOpen { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Null while the run waits for somebody or for a time.</summary>
    public Question? Question { get; init; }

    public string? CaseNumber { get; init; }

    /// <summary>False where the case is not this person's to open, although they are led through its steps.</summary>
    public bool MaySeeCase { get; init; }

    public string SchoolId { get; init; } = "";

    /// <summary>UTC until when an open step is to be done.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>UTC from which the run goes on by itself where nobody answers.</summary>
    public DateTimeOffset? GoesOnAt { get; init; }

    /// <summary>Title of the role of an open step; empty for a question.</summary>
    public string Role { get; init; } = "";

    public bool TakesTwo { get; init; }

    /// <summary>Name of whoever has said first that the step is done.</summary>
    public string? SaidDoneBy { get; init; }

    public bool CanPass { get; init; }

    public bool CanChange { get; init; }

    /// <summary>What the fields are filled with at first, by field name.</summary>
    public IReadOnlyDictionary<string, PersonText> Filled { get; init; } = new Dictionary<string, PersonText>();

    /// <summary>Of a summary before sending.</summary>
    public IReadOnlyList<StepsAnswer> Answers { get; init; } = [];

    public int Skipped { get; init; }

    /// <summary>Titles of buttons that were offered: whom to hand over to, which answer to change.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Titles of what goes on afterwards.</summary>
    public IReadOnlyList<string> Beneath { get; init; } = [];

    /// <summary>Languages that staff may choose instead: code, and what each calls itself.</summary>
    public IReadOnlyList<(string Code, string Name)> Languages { get; init; } = [];
}

/// <param name="Text">Markdown of the program's own.</param>
/// <param name="IsNew">True for what the latest turn said.</param>
/// <param name="IsLast">True for what was said last, be it some turns ago: it still counts.</param>
public sealed record StepsLine(string Text, bool IsNew, bool IsLast);

public sealed record StepsAnswer(string Field, string Label, PersonText Words);
