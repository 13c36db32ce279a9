using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A course that somebody completed before this program came, as a list told it.</summary>
/// <param name="Completion">Without a serial number, and with the day on which it was brought.</param>
/// <param name="Source">Where it is known from, in the words of the list.</param>
public sealed record EarlierLine(Completion Completion, PersonText Source)
{
    /// <summary>Null while it was not taken back.</summary>
    public PersonText? WhyTakenBack { get; init; }
}

/// <summary>What was completed before this program came. Implemented by storage, which keeps sources and reasons sealed.</summary>
public interface IEarlierBook
{
    /// <summary>Writes completions with their source, all in one transaction. One that is there with the same person, course and day stays as it is, also where it was taken back.</summary>
    /// <param name="audit">Asked once for each that is new.</param>
    /// <returns>How many are new.</returns>
    Task<int> BringAsync(IReadOnlyList<EarlierLine> lines, Func<EarlierLine, AuditEntry> audit, CancellationToken cancel);

    /// <summary>Everything that was brought, the newest list first, then by person, course and day.</summary>
    Task<IReadOnlyList<EarlierLine>> AllAsync(CancellationToken cancel);

    /// <summary>The same of one person, the newest day first.</summary>
    Task<IReadOnlyList<EarlierLine>> OfPersonAsync(string personId, CancellationToken cancel);

    /// <summary>Takes a line back: it counts no more. A completion that came to be here is none of these, whatever its day.</summary>
    /// <returns>False where there is no such line, and where it was taken back before.</returns>
    Task<bool> TakeBackAsync(string personId, string courseId, DateOnly on, PersonText reason, AuditEntry audit, CancellationToken cancel);
}
