using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>
/// New hires as human resources tell of them in a chat, and how they get on. Implemented where the rooms meet, because conversations know nothing of the book of
/// hires. An import is a commit of its own: made once more, it changes nothing and says how things stand.
/// </summary>
public interface INewHires
{
    /// <summary>True for whoever may tell of hires in the console.</summary>
    bool MayTell(string personId);

    /// <summary>True for those who are offered the progress of new hires without asking for it; a supervisor asks.</summary>
    bool IsOfferedProgress(string personId);

    /// <summary>What a list would do; nothing is kept. Null where the person may not tell of hires.</summary>
    Task<HireListLines?> PreviewAsync(string personId, string list, CancellationToken cancel);

    /// <summary>Imports a list as it was shown.</summary>
    /// <param name="mark">Of the preview that was shown.</param>
    Task<HireAnswer> ImportAsync(string personId, string list, string mark, CancellationToken cancel);

    /// <summary>One hire, as it was filled into a form.</summary>
    Task<HireAnswer> AddAsync(string personId, HireText one, CancellationToken cancel);

    /// <summary>Null where the person may not ask.</summary>
    /// <param name="language">ISO 639; titles come in English where there are none in it.</param>
    Task<HireProgressLines?> ProgressAsync(string personId, string language, CancellationToken cancel);

    /// <summary>The console's page of hires; null where no address is configured.</summary>
    Uri? HiresPage { get; }

    /// <summary>The console's page of their progress; null where no address is configured.</summary>
    Uri? ProgressPage { get; }
}

/// <summary>A district without trainings.</summary>
internal sealed class NoNewHires : INewHires
{
    public Uri? HiresPage => null;

    public Uri? ProgressPage => null;

    public bool MayTell(string personId) => false;

    public bool IsOfferedProgress(string personId) => false;

    public Task<HireListLines?> PreviewAsync(string personId, string list, CancellationToken cancel) => Task.FromResult<HireListLines?>(null);

    public Task<HireAnswer> ImportAsync(string personId, string list, string mark, CancellationToken cancel) => Task.FromResult(new HireAnswer(HireOutcome.NotYours));

    public Task<HireAnswer> AddAsync(string personId, HireText one, CancellationToken cancel) => Task.FromResult(new HireAnswer(HireOutcome.NotYours));

    public Task<HireProgressLines?> ProgressAsync(string personId, string language, CancellationToken cancel) => Task.FromResult<HireProgressLines?>(null);
}
