using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>One course: what it is, when it is held next, and for those who answer for trainings who has done it elsewhere or need not do it, and what people say they know and can do before and after.</summary>
[Authorize(ConsolePolicies.Training)]
public sealed partial class CoursePage(District district, ITrainingRolls rolls, TrainingOffer offer, GainsBoard gains, RecordDesk records, WaiverDesk waivers, TitleSight titleSight, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(120);

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Never null once a page is shown.</summary>
    public Course Course { get; private set; } = null!;

    public SessionWords Words => words;

    public IReadOnlyList<ListedSession> Next { get; private set; } = [];

    public bool SeesGains => GainsBoard.MaySee(Me);

    public IReadOnlyList<YearGains> Gains { get; private set; } = [];

    /// <summary>True for those who put on record what others have done alone or elsewhere.</summary>
    public bool MayRecord => RecordDesk.MayRecord(Me);

    /// <summary>What was typed, where it was refused.</summary>
    public string TypedMail { get; private set; } = "";

    public string TypedDay { get; private set; } = "";

    public string? MailError { get; private set; }

    public string? DayError { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancel)
    {
        if (!await ShowAsync(cancel)) return new UnseenResult();
        Done = done switch
        {
            "recorded" => "It is on their record, with a certificate.",
            "there" => "That stands on their record already.",
            "waived" => "It is waived for them.",
            "waiver-back" => "It is asked of them again.",
            _ => null,
        };
        return Page();
    }

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostDoneAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayRecord) return new UnseenResult();
        var form = await Request.ReadFormAsync(cancel);
        (TypedMail, TypedDay) = (form["mail"].ToString().Trim(), form["day"].ToString().Trim());
        var who = District.People.FirstOrDefault(p => p.Mail.Equals(TypedMail, StringComparison.OrdinalIgnoreCase));
        if (who is null) MailError = "Nobody in the directory has this mail address. Please look whether it is spelled right.";
        if (!DateOnly.TryParseExact(TypedDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) DayError = "Please choose the day on which it was done.";
        if (who is not null && DayError is null)
        {
            var answer = await records.RecordAsync(Me, Course, who, day, cancel);
            if (answer == RecordAnswer.Recorded) return LocalRedirect($"/console/training/courses/{Id}?done=recorded");
            if (answer == RecordAnswer.AlreadyThere) return LocalRedirect($"/console/training/courses/{Id}?done=there");
            DayError = answer == RecordAnswer.InFuture ? "This day is still to come. Please choose the day on which it was done." : $"This day is more than {RecordDesk.MostYears} years ago. Please look at it once more.";
        }

        Response.StatusCode = 422;
        return Page();
    }

    private async Task<bool> HasDoneAsync(CancellationToken cancel) => (await rolls.TranscriptAsync(Me.Id, cancel)) is var transcript && (transcript.Completions.Any(c => c.CourseId == Id) || transcript.Waivers.Any(w => w.CourseId == Id));

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (offer.Catalogue!.Course(Id) is not { } course) return false;
        Course = course;
        var (now, titles) = (clock.GetUtcNow(), await titleSight.OfAsync(Me, cancel));
        var mine = (await rolls.OfPersonAsync(Me.Id, now, cancel)).Select(m => m.Session.Id).ToHashSet();
        Next = [.. (await rolls.BetweenAsync(now, now + Ahead, cancel)).Where(l => l.Session.CourseId == Id && titles.Knows(l.Session, mine.Contains(l.Session.Id)))];
        // Whoever schedules picks it from a list, and reads what it is; when it is held elsewhere is not theirs to know.
        if (!titles.Knows(Id) && Next.Count == 0 && !TrainingSight.MaySchedule(Me) && !await HasDoneAsync(cancel)) return false;
        if (MayRecord) Waived = await waivers.OfCourseAsync(Id, cancel);
        if (SeesGains) Gains = await gains.OfAsync(Id, cancel);
        return true;
    }
}
