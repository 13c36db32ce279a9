using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Who need not do the course: for human resources and the training lead. Why, they read by a button, and the journal keeps that they did.</summary>
public sealed partial class CoursePage
{
    /// <summary>For whom it is waived today; empty for everybody else.</summary>
    public IReadOnlyList<Waiver> Waived { get; private set; } = [];

    /// <summary>Why, by person; null unless this very answer opens it.</summary>
    public IReadOnlyDictionary<string, PersonText>? Reasons { get; private set; }

    /// <summary>The form that was refused, with what was typed.</summary>
    public TypedForm? TypedWaiver { get; private set; }

    public string TypedIn(string field) => TypedWaiver?.Text(field) ?? "";

    public string? ErrorIn(string field) => TypedWaiver?.Errors.GetValueOrDefault(field);

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostWaiveAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayRecord) return new UnseenResult();
        var typed = TypedForm.Of("waiver", await Request.ReadFormAsync(cancel));
        var (last, until) = (typed.Text("until").Trim(), (DateOnly?)null);
        if (DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) until = day;
        // What cannot be read as a day must not be waived for good.
        if (last.Length > 0 && until is null) typed = typed.With("until", "Please choose the last day, or leave it empty.");
        else
        {
            var faults = await waivers.WaiveAsync(Me, Id, typed.Text("who"), typed.Words("reason"), until, cancel);
            if (faults.Count == 0) return LocalRedirect($"/console/training/courses/{Id}?done=waived");
            foreach (var fault in faults) typed = typed.With(FieldOf(fault), SentenceOf(fault));
        }

        (TypedWaiver, Response.StatusCode) = (typed, 422);
        return Page();
    }

    public async Task<IActionResult> OnPostUnwaiveAsync([FromForm] string? person, CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayRecord) return new UnseenResult();
        return LocalRedirect($"/console/training/courses/{Id}{(await waivers.TakeBackAsync(Me, Id, person ?? "", cancel) ? "?done=waiver-back" : "")}");
    }

    public async Task<IActionResult> OnPostReasonsAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !MayRecord) return new UnseenResult();
        Reasons = await waivers.ReasonsAsync(Me, Id, cancel);
        return Page();
    }

    private static string FieldOf(WaiveFault fault) => fault switch
    {
        WaiveFault.NoReason or WaiveFault.ReasonTooLong => "reason",
        WaiveFault.EndsBeforeToday => "until",
        _ => "who",
    };

    private static string SentenceOf(WaiveFault fault) => fault switch
    {
        WaiveFault.UnknownCourse => "This course is not offered any more.",
        WaiveFault.UnknownPerson => "Nobody in the directory has this mail address. Please look whether it is spelled right.",
        WaiveFault.Themselves => "You cannot waive a course for yourself. Please ask somebody else in human resources, or the training lead.",
        WaiveFault.NoReason => "Please say why they need not do it.",
        WaiveFault.ReasonTooLong => $"Please say it in at most {WaiverDesk.Longest:N0} characters. What you typed is still here.",
        WaiveFault.EndsBeforeToday => "This day is over. Please choose today or a later day, or leave it empty.",
        WaiveFault.AlreadyWaived => "It is waived for them already. To change it, take that back first.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without words."),
    };
}
