namespace SupportBot.Directory;

/// <summary>Where a district keeps its people: an export, or Microsoft Entra.</summary>
public interface IPeopleSource
{
    /// <summary>As a page names it to an administrator: <c>Microsoft Entra</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Changes when there is something new to read, and is cheap to ask for; null where only a reading tells. A source that is just being
    /// written changes it again: it is read when it has settled.
    /// </summary>
    string? Stamp { get; }

    /// <summary>All people of the source, or why they could not be read. Never a part of them.</summary>
    Task<PeopleReading> ReadAsync(CancellationToken cancel);
}
