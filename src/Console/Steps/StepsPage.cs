using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What this person is in the middle of, what waits for them, and what they may begin.</summary>
public sealed class StepsPage(District district, IStaffSteps steps, StepsWaiting waiting, RefusalWords names, SchoolTime time, TimeProvider clock) : StaffPage(district)
{
    public const string Address = "/console/steps";

    private const int MostWaiting = 100;

    public StepsHome Home { get; private set; } = new([], null, [], 0);

    public IReadOnlyList<WaitingFor> Waiting { get; private set; } = [];

    /// <summary>Sentences about what was just refused.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>Goes with each form, so that sending it twice does it once.</summary>
    public string Key { get; private set; } = NewKey();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public RefusalWords Names => names;

    public SchoolTime Time => time;

    public string SchoolName(string schoolId) => District.School(schoolId)?.Name ?? "School not known yet";

    public async Task OnGetAsync(CancellationToken cancel) => await LookAsync(cancel);

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public Task<IActionResult> OnPostBeginAsync(CancellationToken cancel) => ActAsync((place, key, form) => steps.BeginAsync(Me.Id, form.Text("protocol"), place, key, cancel), cancel);

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancel) => ActAsync((place, key, form) => steps.GoOnAsync(Me.Id, form.Text("case"), place, key, cancel), cancel);

    public Task<IActionResult> OnPostFetchAsync(CancellationToken cancel) => ActAsync((place, key, _) => steps.FetchAsync(Me.Id, place, key, cancel), cancel);

    /// <summary>A key as a form sends it, or a new one where it is none.</summary>
    internal static string KeyOf(TypedForm form) => form.Text("key") is { Length: 32 } key && key.All(char.IsAsciiHexDigit) ? key : NewKey();

    internal static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private async Task<IActionResult> ActAsync(Func<int, string, TypedForm, Task<StepsTurn>> act, CancellationToken cancel)
    {
        var form = TypedForm.Of("steps", await Request.ReadFormAsync(cancel));
        var turn = await act(int.TryParse(form.Text("place"), out var place) ? place : 0, KeyOf(form), form);
        if (turn.Outcome is StepsOutcome.Done or StepsOutcome.Repeated) return LocalRedirect($"{Address}/at/{turn.Place}{(turn.Outcome == StepsOutcome.Repeated ? "?done=once" : "")}");
        (Refused, Response.StatusCode) = turn.Outcome switch
        {
            StepsOutcome.NoPlace => (["You have as many steps open as there is room for. Finish some of them, or hand them over, and then begin these."], 409),
            StepsOutcome.NotSaved => (turn.Said.Count > 0 ? turn.Said : ["Nothing was saved. Please try again."], 503),
            _ => (turn.Said.Count > 0 ? turn.Said : ["These are not yours to begin, or they wait for you no longer. Here is what there is now."], 409),
        };
        if (turn.Outcome != StepsOutcome.NotSaved) await LookAsync(cancel);
        return Page();
    }

    private async Task LookAsync(CancellationToken cancel) => (Home, Waiting) = (await steps.HomeAsync(Me.Id, cancel), await waiting.OfAsync(Me, "en", MostWaiting, cancel));
}
