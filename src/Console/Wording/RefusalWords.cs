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
    public const string Gone = "This case was kept as long as its protocol says, and its content was deleted. Nothing can be done with it any more.";
    public const string NoSuchCase = "There is no case of that number that you may see. Please check the number.";
    public const string Nobody = "Please choose a person from the list.";

    /// <summary>What the console says where a card says the same.</summary>
    public ICardWords English => english;

    public string Of(Refusal refusal, SeenCase seen) => refusal switch
    {
        Refusal.AlreadyTakenBy by => $"{NameOf(by.PersonId)} has this since {time.Moment(by.At, seen.Case.SchoolId)}.",
        Refusal.TasksOpen open => $"This has to be done first: {string.Join("; ", open.TaskIds.Select(id => GateWords(id, seen.Plan, english)))}.",
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
        Refusal.ReasonMissing => "Please write down the reason.",
        Refusal.NotTrained asks => $"This task asks for the training \u201C{trained.TitleOf(asks.Training)}\u201D, and you have none on record that counts today. {trained.WhomToAsk(seen.Case, asks.Training)}",
        Refusal.SamePerson => "You filled in this task yourself, so somebody else must agree.",
        Refusal.NoStepsWait => "No steps of this case wait for anybody.",
        Refusal.CannotMerge => "These two cannot be merged. Both must still be worked, be of the same kind and at the same school, and neither may have been merged before.",
        Refusal.OnHold => "This case is under a legal hold, so nothing of it may be deleted. Lift the hold first.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.GetType().Name, "A refusal without words."),
    };

    /// <summary>What a gate waits for, in words.</summary>
    public static string GateWords(string taskId, CasePlan plan, ICardWords words) => taskId == "acknowledge" ? words["detail.alert-open"] : plan.Task(taskId)?.Title ?? taskId;

    public static string StateWords(string stateId, CasePlan plan) => plan.State(stateId)?.Title ?? stateId;

    public string NameOf(string? personId) => NameOf(personId, english);

    public string NameOf(string? personId, ICardWords words) => district.Person(personId)?.Name ?? words["staff.left"];
}
