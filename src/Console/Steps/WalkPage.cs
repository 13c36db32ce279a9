using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>
/// One run of a staff protocol, step by step. What is shown is read from its conversation, and what is sent is a turn of it: the page knows no protocol. Works without scripts.
/// </summary>
public sealed class WalkPage(District district, IStaffSteps steps, SchoolTime time, TimeProvider clock) : StaffPage(district)
{
    /// <summary>Name of the buttons.</summary>
    public const string Button = "do";

    // Before the name of an entry: ids and days, and words. Only words are shown again where they were not taken.
    private const string IdPrefix = "f-";
    private const string WordsPrefix = "w-";

    /// <summary>Never null once a page with a run is shown; see <see cref="CannotRead"/>.</summary>
    public StepsNow Steps { get; private set; } = new(0, "en", []);

    public int Place { get; private set; }

    /// <summary>True where the database does not answer, so that nothing but what was typed can be shown.</summary>
    public bool CannotRead { get; private set; }

    /// <summary>What was sent and not taken.</summary>
    public TypedForm Typed { get; private set; } = Empty;

    /// <summary>A sentence about what was not done.</summary>
    public string? Refused { get; private set; }

    public string? Done { get; private set; }

    public string Key { get; private set; } = StepsPage.NewKey();

    public SchoolTime Time => time;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Words that were sent to a question that is over: shown, so that nobody has to write them again.</summary>
    public IReadOnlyList<PersonText> Left { get; private set; } = [];

    private static TypedForm Empty => new("walk", new Dictionary<string, PersonText>());

    public async Task<IActionResult> OnGetAsync(int place, string? done, CancellationToken cancel)
    {
        Done = done == "once" ? "I have that already. It was done once, and here is where it stands." : null;
        return await ShowAsync(place, cancel) ? Page() : LocalRedirect(StepsPage.Address);
    }

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostAsync(int place, CancellationToken cancel)
    {
        var form = TypedForm.Of("walk", await Request.ReadFormAsync(cancel));
        var key = StepsPage.KeyOf(form);
        var turn = await steps.AnswerAsync(Me.Id, place, new StepsInput(form.Text("token"), form.Text(Button), EntriesOf(form)), key, cancel);
        switch (turn.Outcome)
        {
            case StepsOutcome.Done when turn.Faults.Count == 0:
                return LocalRedirect($"{StepsPage.Address}/at/{place}{(turn.Said.Count > 0 ? "#said" : "#now")}");
            case StepsOutcome.Repeated:
                return LocalRedirect($"{StepsPage.Address}/at/{place}?done=once");
        }

        Typed = turn.Faults.Aggregate(form, (typed, fault) => typed.With(fault.Key, fault.Value));
        (Refused, Response.StatusCode) = turn.Outcome switch
        {
            StepsOutcome.Done => ("Something is missing or could not be read. It is marked below. What is good was taken.", 422),
            StepsOutcome.NotSaved => ("Nothing was saved. What you typed is still here: please send it again. If it cannot wait, call a colleague; in danger call 911.", 503),
            _ => ("That question is closed: it was answered in another tab or chat, or it has gone on by itself. Here is where it stands now.", 409),
        };
        if (turn.Outcome == StepsOutcome.NotSaved) Key = key;
        if (turn.Outcome is StepsOutcome.Over or StepsOutcome.Refused) (Left, Typed) = ([.. form.Fields.Where(f => f.Key.StartsWith(WordsPrefix, StringComparison.Ordinal) && !f.Value.IsBlank).Select(f => f.Value)], Empty);
        if (!await ShowAsync(place, cancel) && Left.Count == 0) return LocalRedirect(StepsPage.Address);
        return Page();
    }

    /// <summary>True where the latest turn said something.</summary>
    public bool IsSaidNow => Steps.Lines.Any(l => l.IsNew);

    public static string NameOf(Field field) => (IsWords(field) ? WordsPrefix : IdPrefix) + field.Name;

    public static string ReasonName => WordsPrefix + StepsInput.Reason;

    public static bool IsWords(Field field) => field.Type is FieldType.Text or FieldType.People;

    /// <summary>What stands in a field: what was sent and not taken, else what it is filled with at first.</summary>
    public string In(Field field) => Typed.Fields.ContainsKey("token") ? Typed.Text(NameOf(field)) : Steps.Filled.GetValueOrDefault(field.Name)?.Reveal() ?? "";

    /// <summary>Entries to be sent again as they were, where the question itself cannot be shown.</summary>
    public IEnumerable<(string Name, string Value)> ToSendAgain => Typed.Fields.Where(f => f.Key is not ("key" or Button)).Select(f => (f.Key, f.Value.Reveal()));

    public string LabelOf(string entry) => Steps.Question?.Fields.FirstOrDefault(f => f.Name == entry)?.Label ?? (entry == StepsInput.Reason ? "Why it is not possible" : entry);

    private async Task<bool> ShowAsync(int place, CancellationToken cancel)
    {
        Place = place;
        if (await steps.LookAsync(Me.Id, place, cancel) is not { } now)
        {
            (CannotRead, Response.StatusCode) = (true, 503);
            Refused ??= "This cannot be read right now. Nothing is lost. Please try again in a moment. If it cannot wait, call a colleague; in danger call 911.";
            return true;
        }

        Steps = now;
        return now.IsOpen || now.Lines.Count > 0;
    }

    private static Dictionary<string, PersonText> EntriesOf(TypedForm form) => form.Fields
        .Where(f => f.Key.StartsWith(IdPrefix, StringComparison.Ordinal) || f.Key.StartsWith(WordsPrefix, StringComparison.Ordinal))
        .ToDictionary(f => f.Key[2..], f => f.Value);
}
