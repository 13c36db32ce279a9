using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Every reason why something was not done, as a sentence. The only place where that is said.</summary>
/// <param name="english">The console's own words: its pages have one language.</param>
public sealed class RefusalWords(District district, SchoolTime time, TrainedPeople trained, ICardWords english)
{
    public const string CameTooLate = "Somebody changed this case at the same moment, so yours was not saved. Here is the case as it is now. Please look at it and try again.";
    public const string NotYours = "Only whoever works this case, or a lead at its school, can do this.";
    public const string NotTheDistrict = "Only somebody who answers for the whole district, and has no post at this school, can let a person in.";
    public const string Gone = "This case was kept as long as its protocol says, and its content was deleted. Nothing can be done with it any more.";
    public const string NoSuchCase = "There is no case of that number that you may see. Please check the number.";
    public const string Nobody = "Please choose a person from the list.";

    /// <summary>What the console says where a card says the same.</summary>
    public ICardWords English => english;

    /// <param name="whom">Where a training is missing: who has it, as a sentence.</param>
    public string Of(Refusal refusal, SeenCase seen, string whom = "") => refusal switch
    {
        Refusal.AlreadyTakenBy by => $"{NameOf(by.PersonId)} has this since {time.Moment(by.At, seen.Case.SchoolId)}.",
        Refusal.TasksOpen open => $"This has to be done first: {string.Join("; ", open.TaskIds.Select(id => GateWords(id, seen.Case, seen.Plan, english)))}.",
        Refusal.NoSuchMove move => $"A case cannot go from \u201C{StateWords(move.From, seen.Plan)}\u201D to \u201C{StateWords(move.To, seen.Plan)}\u201D.",
        Refusal.CaseIsClosed when seen.Case.Shredded => Gone,
        Refusal.CaseIsClosed when seen.Case.MergedInto is not null => "This case went on as another one. Please work there.",
        Refusal.CaseIsClosed => "This case is closed. Open it again first.",
        Refusal.FormIncomplete => "Something is missing or could not be read. It is marked below; nothing you typed is lost.",
        Refusal.TaskNotOpen { TaskId: "keep" } => "Nobody has been asked yet whether this case stays.",
        Refusal.TaskNotOpen task when seen.Case.Tasks.Any(t => t.Id == task.TaskId && t.WaitsForSecond) => "Somebody has filled in this task already, and it waits for a second person. To change it, that person says that they do not agree.",
        Refusal.TaskNotOpen task when seen.Case.Tasks.Any(t => t.Id == task.TaskId && !t.IsFinished) => "Nobody has filled in this task, so there is nothing to agree to yet.",
        Refusal.TaskNotOpen => "This task is finished already.",
        Refusal.PersonExcluded out_ => $"{NameOf(out_.PersonId)} is kept out of this case.",
        Refusal.NotKeptOut => "That person is not kept out of this case.",
        Refusal.ReasonMissing => "Please write down the reason.",
        Refusal.NotTrained asks => $"This task asks for the training \u201C{trained.TitleOf(asks.Training)}\u201D, and you have none on record that counts today. {whom}".TrimEnd(),
        Refusal.TooEarly early => $"This asks how it is by then, so it can be finished from {time.Moment(early.From, seen.Case.SchoolId)} on. What you know already can go into a note.",
        Refusal.NotReceiving { WasHandedOver: false } => "This is for the receiving school. Hand the case to that school first, under \u201CPeople\u201D; a person there who had no part in it then accepts it.",
        Refusal.NotReceiving => "This is for somebody at the school that the case was handed to, in the role that the task names, who had no part in it before.",
        Refusal.NotTheirsToAgree who => $"Only {string.Join(" or ", who.Roles.Select(r => $"\u201C{district.Role(r)?.Title ?? r}\u201D"))} of this school may agree to this task.",
        Refusal.SamePerson => "You filled in this task yourself, so somebody else must agree.",
        Refusal.NoStepsWait => "No steps of this case wait for anybody.",
        Refusal.CannotMerge => "These two cannot be merged. Both must still be worked, be of the same kind and at the same school, and neither may have been merged before.",
        Refusal.MergeLeavesUndone left => $"This case is critical, and merging would end what is still to be done here and is not open in the other case: {string.Join("; ", Undone(left, seen))}. Please do that first, or link the two cases instead: then both are worked, each with its own times.",
        Refusal.OnHold => "This case is under a legal hold, so nothing of it may be deleted. Lift the hold first.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.GetType().Name, "A refusal without words."),
    };

    private IEnumerable<string> Undone(Refusal.MergeLeavesUndone left, SeenCase seen) =>
    [
        .. left.AlertOpen ? [english["detail.alert-open"]] : Array.Empty<string>(),
        .. left.TaskIds.Select(id => TaskWords.Title(id, seen.Plan, english)),
        .. left.StepsWait ? ["steps of the protocol that wait for somebody"] : Array.Empty<string>(),
    ];

    /// <summary>What a gate waits for, in words: the task, and where it was filled in, which of its answers is not yet what it must be.</summary>
    public static string GateWords(string taskId, Case @case, CasePlan plan, ICardWords words)
    {
        if (taskId == "acknowledge") return words["detail.alert-open"];
        if (plan.Task(taskId) is not { } task) return taskId;
        if (task.Repeats is { All: true, Times: { } times } && @case.RoundsDone(taskId) is > 0 and var done && done < times)
            return words.Say("staff.rounds", ("name", task.Title), ("count", $"{done}"), ("total", $"{times}"));
        // A gate that waits for what was done waits for it to be said again.
        if (@case.LatestOf(taskId) is not null) return words.Say("staff.not-confirmed", ("name", task.Title));
        var lacking = @case.OpenTasks.LastOrDefault(t => t.PlanId == taskId) is { } open ? TaskWords.Lacking(open, task, @case, plan, words) : [];
        return lacking.Count == 0 ? task.Title : $"{task.Title}: {string.Join("; ", lacking)}";
    }

    public static string StateWords(string stateId, CasePlan plan) => plan.State(stateId)?.Title ?? stateId;

    public string NameOf(string? personId) => NameOf(personId, english);

    public string NameOf(string? personId, ICardWords words) => district.Person(personId)?.Name ?? words["staff.left"];
}
