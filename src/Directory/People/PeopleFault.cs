namespace SupportBot.Directory;

/// <summary>Something in a source of people that was refused, or that somebody should look at. May hold names and addresses of staff: for pages, never for logs.</summary>
/// <param name="Where">Line, account or file.</param>
/// <param name="What">What is wrong, in the words of the source.</param>
/// <param name="Cure">What to do about it.</param>
/// <param name="IsRefusal">False for a note: nothing was refused.</param>
public sealed record PeopleFault(string Where, string What, string Cure, bool IsRefusal = true);
