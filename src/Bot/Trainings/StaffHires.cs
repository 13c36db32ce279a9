using SupportBot.Bot.Channels.Teams;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>Hires and their progress as conversations see them: people by their id, titles in the language of the turn, links to the console.</summary>
public sealed class StaffHires(HireDesk desk, HireProgressBoard board, TrainingOffer offer, District district, TeamsOptions options) : INewHires
{
    private static readonly HireAnswer NotYours = new(HireOutcome.NotYours);

    public Uri? HiresPage => options.PageAt(Console.HiresPage.Address);

    public Uri? ProgressPage => options.PageAt(HireProgressPage.Address);

    public bool MayTell(string personId) => Teller(personId) is not null;

    public bool IsOfferedProgress(string personId) => district.Person(personId) is { } person && board.MayAsk(person);

    public async Task<HireListLines?> PreviewAsync(string personId, string list, CancellationToken cancel) => Teller(personId) is null ? null : LinesOf(await desk.PreviewAsync(list, cancel));

    public Task<HireAnswer> ImportAsync(string personId, string list, string mark, CancellationToken cancel) =>
        Teller(personId) is { } person ? BringAsync(person, HireCsv.Read(list, district, desk.Today), mark, cancel) : Task.FromResult(NotYours);

    public async Task<HireAnswer> AddAsync(string personId, HireText one, CancellationToken cancel)
    {
        if (Teller(personId) is not { } person) return NotYours;
        var reading = HireCsv.Read(one, district, desk.Today);
        var preview = await desk.PreviewAsync(reading, cancel);
        return preview.Faults is [var fault, ..] ? new HireAnswer(HireOutcome.Refused) { Fault = fault } : await BringAsync(person, reading, preview.Mark, cancel);
    }

    public async Task<HireProgressLines?> ProgressAsync(string personId, string language, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person || await board.OfAsync(person, cancel) is not { } progress) return null;
        return new HireProgressLines(
            progress.Hires.Count,
            progress.Complete,
            [.. progress.Series.Select(s => new HireSeriesLine(s.Series.TitleIn(language), s.People, [.. s.Steps.Select(p => (TitleOf(p.CourseId, language), p.Done, p.Late))]))],
            [.. progress.Late.Select(l => new LateHireLine(Console.HiresPage.NameOf(l.Hire), [.. l.Overdue.Select(d => TitleOf(d.Requirement.CourseId, language)).Distinct()], l.Overdue.Min(d => d.Due) ?? desk.Today))]);
    }

    // Asked in the directory as it is now.
    private Person? Teller(string personId) => district.Person(personId) is { } person && desk.MayTell(person) ? person : null;

    private async Task<HireAnswer> BringAsync(Person by, HireReading reading, string mark, CancellationToken cancel)
    {
        var (outcome, preview, added, changed) = await desk.BringAsync(by, reading, mark, cancel);
        return outcome switch
        {
            HireBringing.Done => new HireAnswer(HireOutcome.Done, added, changed),
            HireBringing.Differs => new HireAnswer(HireOutcome.Differs) { Now = LinesOf(preview) },
            _ => new HireAnswer(HireOutcome.Busy),
        };
    }

    private static HireListLines LinesOf(HirePreview preview) => new(
        preview.Added, preview.Changed, preview.Same, preview.Hires.Count(h => h.Hire.PersonId is null), preview.Faults, [.. preview.Reading.Unread.Select(u => u.Column)], preview.Mark)
    {
        Code = preview.Reading.Code,
        Word = preview.Reading.Word,
    };

    // A sensitive course has no title for others.
    private string TitleOf(string courseId, string language) =>
        offer.Catalogue?.Course(courseId) is { Sensitive: false } course ? course.TitleIn(language) : "";
}
