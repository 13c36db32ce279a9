using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>
/// Walks one version of a protocol without anything coming of it: no row, no alert, no mail, no log line with a word. The run travels in
/// the page, sealed for this person; closing the page forgets it. Works without scripts.
/// </summary>
public sealed class TryPage(District district, ProtocolShelf shelf, DryRuns runs, DryRunSeal seal, ReviewBoard day, ProtocolWords words) : StaffPage(district)
{
    /// <summary>The name of the buttons.</summary>
    public const string Button = "do";
    public const string Start = "start";
    public const string Speak = "language";

    private readonly TriedAnswer _answers = new(district);

    public Protocol Protocol { get; private set; } = null!;

    /// <summary>Null before it was started.</summary>
    public DryRun? Dry { get; private set; }

    /// <summary>What is open, in the chosen language; null where nothing is asked.</summary>
    public Question? Question { get; private set; }

    /// <summary>The step that waits; null before the start and after the end.</summary>
    public Step? Here { get; private set; }

    /// <summary>The seal of <see cref="Dry"/>.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>What was typed and not taken.</summary>
    public TypedForm Typed { get; private set; } = new("try", new Dictionary<string, Cases.PersonText>());

    /// <summary>A sentence about what was not done.</summary>
    public string? Refused { get; private set; }

    public ProtocolWords Words => words;

    public string Status => words.Status(Protocol, day.Today);

    public IReadOnlyList<string> Languages => [Protocol.Language, .. shelf.Languages(Protocol.Key).Select(l => l.Language)];

    /// <summary>The protocols that were walked, with what was walked in each; the one that was started first.</summary>
    public IReadOnlyList<StepList> Lists => Dry is not { } dry ? [new(Protocol, [])]
        : [.. runs.Walked(dry).Select(p => new StepList(p, [.. dry.Run.Walked.Where(w => w.Protocol == p.Key).Select(w => w.StepId)], !dry.Run.IsEnded && dry.Run.Top.Key == p.Key ? dry.Run.Top.StepId : null))];

    /// <summary>What the conversation would have left to people; empty before it is over, and where it opens no case.</summary>
    public IReadOnlyList<DryCase> Cases => Dry is { Run.IsEnded: true } dry ? runs.CasesOf(dry) : [];

    public IActionResult OnGet(string id, int version) => Find(id, version) ? Page() : new UnseenResult();

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostAsync(string id, int version, CancellationToken cancel)
    {
        if (!Find(id, version)) return new UnseenResult();
        var form = TypedForm.Of("try", await Request.ReadFormAsync(cancel));
        var button = form.Text(Button);
        var language = Languages.FirstOrDefault(l => l == form.Text(Speak)) ?? Protocol.Language;
        if (button == Start) return Shown(runs.Start(Protocol, language));
        if (seal.Open(form.Text("run"), Me.Id, Protocol) is not { } dry || !runs.CanGoOn(dry)) return Lost();
        dry = dry with { Language = language };
        if (button == Speak)
        {
            Typed = form;
            return Shown(dry);
        }

        return Move(dry, button, form);
    }

    /// <summary>How often silence was let pass at the step that waits.</summary>
    public int SilentBefore => Dry!.Run.Top.Timeouts.GetValueOrDefault(Dry.Run.Top.StepId);

    public string InWords(Field field, AnswerValue value) => _answers.InWords(field, value);

    /// <summary>What stands in a field: what was typed and refused, else what was answered before it was opened again.</summary>
    public string In(Field field) => Typed.Fields.Count > 0 ? Typed.Text(TriedAnswer.NameOf(field)) : Question!.Earlier.GetValueOrDefault(field.Name) switch
    {
        ChoiceAnswer choice => choice.Id,
        ChoicesAnswer choices => string.Join(',', choices.Ids),
        TextAnswer text => text.Words.Reveal(),
        PeopleAnswer people => people.Words.Reveal(),
        DateAnswer date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SchoolAnswer school => school.Id,
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    public bool IsPicked(Field field, string choice) => In(field).Split(',').Contains(choice);

    private bool Find(string id, int version)
    {
        Protocol = shelf.Get(new ProtocolKey(id, version))!;
        return Protocol is not null;
    }

    private PageResult Move(DryRun dry, string button, TypedForm form)
    {
        if (dry.Run.IsEnded) return Refuse(dry, "It is over. Start again to walk another way.");
        if (dry.Run.Inputs >= DryRun.MostInputs) return Refuse(dry, "This dry run has become very long. Please start again.");
        var question = runs.Open(dry);
        if (button == TriedMove.Answer && question is { Verb: not "do" }) return Answer(dry, question, form);
        var move = TriedMove.Of(button, dry.Run, runs.Here(dry).Step, question, form.Words("reason"), words);
        if (move.Input is null) return Refuse(dry, "This does not fit the step that is open now.");
        if (form.Text("reason").Length > TriedAnswer.LongestText) return Refuse(dry, $"Please keep the reason to {TriedAnswer.LongestText} characters here.", form);
        var (after, refused) = runs.Take(dry, move.Input, move.Did);
        return refused is null ? Shown(after) : Refuse(dry, Sentence(refused), form);
    }

    private PageResult Answer(DryRun dry, Question question, TypedForm form)
    {
        var (values, read) = TriedAnswer.Read(question, form);
        if (read.Errors.Count > 0) return Refuse(dry, "Something is missing or could not be read. It is marked below.", read);
        var did = question.Fields.Select(f => new DryLine(DryLineKind.Did, f.Label, _answers.InWords(f, values[f.Name]), dry.Language));
        var (after, refused) = runs.Take(dry, new GiveAnswer(question.Token, values) { Today = day.Today }, did);
        return refused switch
        {
            null => Shown(after),
            InputRefusal.NotUnderstood not => Refuse(dry, "Something is missing or could not be read. It is marked below.", form.With(not.Field, TriedAnswer.Wrong(not.Reason))),
            _ => Refuse(dry, Sentence(refused), form),
        };
    }

    private PageResult Shown(DryRun dry)
    {
        (Dry, Sealed) = (dry, seal.Seal(dry, Me.Id, Protocol));
        if (dry.Run.IsEnded) return Page();
        (Question, Here) = (runs.Open(dry), runs.Here(dry).Step);
        return Page();
    }

    private PageResult Refuse(DryRun dry, string why, TypedForm? typed = null)
    {
        (Refused, Typed) = (why, typed ?? Typed);
        Response.StatusCode = 422;
        return Shown(dry);
    }

    private PageResult Lost()
    {
        Refused = "This dry run cannot be gone on with: it is older than an hour, or the protocol has changed since. Nothing is lost, because nothing was kept. Please start again.";
        Response.StatusCode = 422;
        return Page();
    }

    private static string Sentence(InputRefusal refusal) => refusal switch
    {
        InputRefusal.AlreadySent => "An alert would have carried the answers away by now; they cannot be taken back.",
        InputRefusal.NothingBefore => "There is no earlier question to go back to.",
        InputRefusal.NotUnderstood => "Please write down why it is not possible.",
        InputRefusal.NoSuchAnswer => "That question was not answered.",
        _ => "This does not fit the step that is open now.",
    };
}
