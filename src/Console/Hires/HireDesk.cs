using System.Security.Cryptography;
using System.Text;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What a list of hires would do.</summary>
/// <param name="Plan">Null where nothing of the list could be read.</param>
public sealed record HirePreview(HireReading Reading, HirePlan? Plan)
{
    public IReadOnlyList<PlannedHire> Hires => Plan?.Hires ?? [];

    public int Added => Hires.Count(h => h.IsNew);

    public int Changed => Hires.Count(h => !h.IsNew && !h.IsSame);

    public int Same => Hires.Count(h => h.IsSame);

    /// <summary>Lines that are not taken, each with its reason.</summary>
    public IReadOnlyList<HireFault> Faults => [.. Reading.Faults.Concat(Plan?.Faults ?? []).OrderBy(f => f.Line)];

    /// <summary>Hash of all that would be kept, and of what is kept now: another mark is another preview.</summary>
    public string Mark
    {
        get
        {
            var all = new StringBuilder();
            foreach (var planned in Hires)
            {
                var (hire, details) = (planned.Hire, planned.Hire.Details);
                all.AppendJoin('\u001F', hire.EmployeeId, FormattableString.Invariant($"{hire.On:yyyyMMdd}"), hire.PersonId, details.Name.Reveal(), details.Mail.Reveal(), details.Role, details.SchoolId, details.SupervisorMail?.Reveal(), planned.IsNew ? "new" : string.Join(',', planned.Differs)).Append('\n');
            }

            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
        }
    }
}

/// <summary>What came of a press on an import.</summary>
public enum HireBringing
{
    Done,

    /// <summary>Something changed since the preview: nothing was written, and the new preview is to be looked at.</summary>
    Differs,

    /// <summary>Somebody else's list came between: nothing was written; press once more.</summary>
    Busy,
}

/// <summary>Hires as they are told outside of the console's pages: the same reader, the same plan, the same import.</summary>
public sealed class HireDesk(District district, HireSight sight, HirePlans plans, HireImport import, StaffStandings standings)
{
    public DateOnly Today => standings.Today;

    /// <inheritdoc cref="HireSight.MaySee"/>
    public bool MayTell(Person person) => sight.MaySee(person);

    public Task<HirePreview> PreviewAsync(string text, CancellationToken cancel) => PreviewAsync(HireCsv.Read(text, district, Today), cancel);

    public async Task<HirePreview> PreviewAsync(HireReading reading, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new HirePreview(reading, reading.Refused is null ? await plans.OfAsync(reading.Rows, cancel) : null);
    }

    /// <summary>Imports what was shown, and nothing else. A list that is there already is done, however often it is brought.</summary>
    /// <param name="mark">Of the preview that was shown.</param>
    /// <returns>The preview as it was before the import.</returns>
    public async Task<(HireBringing Outcome, HirePreview Preview, int Added, int Changed)> BringAsync(Person by, HireReading reading, string mark, CancellationToken cancel)
    {
        var preview = await PreviewAsync(reading, cancel);
        if (preview.Added + preview.Changed == 0) return (HireBringing.Done, preview, 0, 0);
        if (preview.Mark != mark) return (HireBringing.Differs, preview, 0, 0);
        return await import.BringAsync(by, reading.Rows, cancel) is var (_, added, changed) ? (HireBringing.Done, preview, added, changed) : (HireBringing.Busy, preview, 0, 0);
    }
}
