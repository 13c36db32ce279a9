using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A person's own sessions and what they have completed, with their certificates.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed class MinePage(District district, ITrainingRolls rolls, FeedbackDesk feedback, CertificateDesk certificates, EarlierDesk earlier, ConsoleOptions options, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/training/mine";

    public SessionWords Words => words;

    /// <summary>Sessions on which feedback is asked for now, after them or some weeks later.</summary>
    public IReadOnlyList<Session> Asked { get; private set; } = [];

    public IReadOnlyList<MySession> Sessions { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Completion> Completed { get; private set; } = [];

    /// <summary>Where those of them are known from that were completed before this program came.</summary>
    public IReadOnlyDictionary<(string CourseId, DateOnly On), PersonText> Sources { get; private set; } = new Dictionary<(string, DateOnly), PersonText>();

    /// <summary>What they need not do now. Why, is not theirs to read here.</summary>
    public IReadOnlyList<Waiver> Waived { get; private set; } = [];

    public DateOnly Today { get; } = district.CalendarOf(null).Today(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sessions = await rolls.OfPersonAsync(Me.Id, clock.GetUtcNow(), cancel);
        Asked = [.. (await feedback.AfterwardsAsync(Me, cancel)).Select(o => o.Session)];
        var transcript = await rolls.TranscriptAsync(Me.Id, cancel);
        Completed = [.. transcript.Completions.OrderByDescending(c => c.On)];
        if (Completed.Any(c => c.Brought is not null)) Sources = await earlier.SourcesOfAsync(Me, cancel);
        Waived = [.. transcript.WaivedOn(Today)];
    }

    public async Task<IActionResult> OnGetCertificateAsync(string? serial, CancellationToken cancel)
    {
        if (await certificates.FindAsync(serial ?? "", cancel) is not { } found || (found.Completion.PersonId != Me.Id && !CertificateDesk.MayTakeBack(Me))) return new UnseenResult();
        var origin = options.PublicAddress ?? new Uri($"{Request.Scheme}://{Request.Host}");
        return certificates.FileOf(found, origin) is { } file ? File(file, CertificateFile.MediaType, $"certificate-{found.Completion.Serial}.pdf") : new UnseenResult();
    }
}
