namespace SupportBot.Dialogs;

/// <summary>Who of the people on duty can be reached this minute. Asked only where a student wants to talk; never for an urgent alert, which calls everybody.</summary>
public interface IDutyPresence
{
    /// <summary>
    /// Those of <paramref name="personIds"/> who may be there, in the same order. Somebody of whom nothing is known counts as there.
    /// The caller waits a second at most and then takes everybody for there, as it does where this throws.
    /// </summary>
    Task<IReadOnlyList<string>> AvailableAsync(IReadOnlyList<string> personIds, CancellationToken cancel);
}

/// <summary>Where nobody's presence is known: everybody on duty counts as there.</summary>
public sealed class EverybodyOnDuty : IDutyPresence
{
    public Task<IReadOnlyList<string>> AvailableAsync(IReadOnlyList<string> personIds, CancellationToken cancel) => Task.FromResult(personIds);
}
