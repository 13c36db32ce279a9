using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>A conversation as a page draws it.</summary>
/// <param name="Revision">Rises with every turn; 0 where nothing was ever said.</param>
/// <param name="Language">ISO 639; of everything that is shown of it.</param>
/// <param name="Lines">What the program said since the run began, oldest first.</param>
/// <param name="Run">What is open; null where nothing is.</param>
public sealed record PageTalk(int Revision, string Language, IReadOnlyList<PageLine> Lines, PageRun? Run)
{
    /// <summary>Ids of the person's latest activities, so that a channel knows one that comes again.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];
}

/// <param name="Text">Markdown: paragraphs, lists, bold. Never a person's words.</param>
/// <param name="IsNew">True for what the latest turn said.</param>
/// <param name="IsLast">True for what was said last, be it some turns ago: it still counts.</param>
public sealed record PageLine(string Text, bool IsNew, bool IsLast);

/// <summary>A protocol that somebody is in the middle of.</summary>
/// <param name="Title">Of the protocol, in the language of the conversation.</param>
/// <param name="Question">What is open, with its token; null while the run waits for somebody or for a time.</param>
public sealed record PageRun(string Title, Question? Question)
{
    /// <summary>Of the case that the run works in; null before it has opened one.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Empty while it is not known.</summary>
    public string SchoolId { get; init; } = "";

    /// <summary>UTC until when an open step is to be done.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>UTC from which the run goes on by itself where nobody answers; null where it waits for ever.</summary>
    public DateTimeOffset? GoesOnAt { get; init; }

    /// <summary>Title of the role of an open step; empty for a question.</summary>
    public string Role { get; init; } = "";

    /// <summary>True where two different people must say that the open step is done.</summary>
    public bool TakesTwo { get; init; }

    /// <summary>Name of whoever has said so first; null while nobody has.</summary>
    public string? SaidDoneBy { get; init; }

    /// <summary>True where somebody else may be asked to go on: the case is there.</summary>
    public bool CanPass { get; init; }

    /// <summary>True where an earlier answer may still be changed.</summary>
    public bool CanChange { get; init; }

    /// <summary>What the fields are filled with, by field name, as an input takes it: ids, days as <c>yyyy-MM-dd</c>, words.</summary>
    public IReadOnlyDictionary<string, PersonText> Filled { get; init; } = new Dictionary<string, PersonText>();

    /// <summary>Of a summary before sending: every answer in words.</summary>
    public IReadOnlyList<PageAnswer> Answers { get; init; } = [];

    /// <summary>Of a summary: how many questions were skipped.</summary>
    public int Skipped { get; init; }

    /// <summary>Buttons that the latest turn offered beside the question: whom to hand over to, what to change.</summary>
    public IReadOnlyList<PageButton> Buttons { get; init; } = [];

    /// <summary>What else lies beneath and goes on afterwards, top first: titles of protocols.</summary>
    public IReadOnlyList<string> Beneath { get; init; } = [];
}

public sealed record PageAnswer(string Field, string Label, PersonText Words);

/// <param name="Press">What the press of it sends, as <see cref="PagePress"/> makes it.</param>
public sealed record PageButton(string Title, IReadOnlyDictionary<string, string> Press);
