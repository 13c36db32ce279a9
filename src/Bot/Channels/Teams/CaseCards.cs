using System.Globalization;
using AdaptiveCards;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>A card for one person, and what it shows as a text that changes whenever the card must.</summary>
public sealed record MadeCard(AdaptiveCard Card, string Shown)
{
    public Attachment Attachment => new() { ContentType = AdaptiveCard.ContentType, Content = Card };
}

/// <summary>Makes the cards that tell staff of a case, as the case is now. Nothing on them was written by a reporter.</summary>
public sealed class CaseCards(CaseSight sight, District district, RefusalWords names, LiveViews lives, CardTokens tokens, TeamsOptions options, TimeProvider time)
{
    /// <param name="subject">Alert or task id, the steps of a run, or tasks that opened together.</param>
    /// <param name="copy">Names this copy of the card: see <see cref="CardGrant.Copy"/>.</param>
    /// <param name="userId">The person's own Teams id, whose client then asks for the newest card by itself; empty for none.</param>
    /// <param name="waits">True where the reporter waits in the anonymous web chat for a person.</param>
    /// <param name="words">Of the person's language.</param>
    /// <returns>Null where the person may not see the case (any more), or nothing of the kind is there.</returns>
    public MadeCard? Of(Person person, Case @case, string subject, string copy, string userId, bool waits, ICardWords words)
    {
        var (link, school, now) = (LinkOf(person, @case, subject, copy, userId), SchoolOf(@case), time.GetUtcNow());
        if (sight.See(person, @case, words.Language) is not { } seen) return OfStepsGone(person, @case, subject, link, school, now, words);
        var plan = seen.Plan;
        if (@case.ClosedAt is { } closed) return new(CaseClosedCard.Of(new CaseClosed(link, plan.Title, school, closed, now), words), $"closed|{school}");
        if (@case.Alerts.FirstOrDefault(a => a.Id == subject) is { } alert) return OfAlert(person, seen, alert, link, school, now, waits, words);
        if (OpenedTasks.IdsOf(subject) is not null) return OfOpened(person, seen, subject, link, school, now, words);
        if (@case.StepsOf(subject) is { } steps) return OfSteps(person, plan, steps, link, school, now, words);
        return plan.Task(subject) is { } task && @case.OpenTasks.FirstOrDefault(t => t.Id == subject) is { Due: { } due } open ? OfDue(seen, open, task, due, link, school, now, words) : null;
    }

    /// <summary>The case for the person who may see it: no word of the report, and a way to where the words are.</summary>
    public AdaptiveCard? Detail(Person person, Case @case, string subject, string copy, ICardWords words)
    {
        return sight.See(person, @case, words.Language) is { Case.Shredded: false } seen ? Detail(seen, LinkOf(person, @case, subject, copy, ""), subject, isTaken: false, words) : null;
    }

    private AdaptiveCard Detail(SeenCase seen, CaseLink link, string subject, bool isTaken, ICardWords words)
    {
        var (@case, plan, live) = (seen.Case, seen.Plan, lives.Of(seen, words));
        var tasks = @case.Tasks.Where(t => plan.Task(t.Id) is not null);
        return CaseDetailCard.Of(new CaseDetail(
            link, plan.Title, @case.Severity, SchoolOf(@case), RefusalWords.StateWords(@case.State, plan),
            live.WorkedBy, @case.OpenedAt, live.Now,
            [.. tasks.Select(t => new TaskLine(TaskWords.Title(t, plan.Task(t.Id)!, words), t.Owner is { } p ? NameOf(p, words) : TitleOf(plan.Task(t.Id)!.Owner, words), t.Due, t.IsFinished))],
            [.. @case.Clocks.Where(c => c.StoppedAt is null).SelectMany(c => plan.Clocks.Where(p => p.Id == c.Id).Select(p => new ClockLine(p.Title, c.Due, p.Source.Status)))],
            // The button takes the alert that the card is about, and no other.
            @case.UnreadReply, @case.ClosedAt is null && @case.Alerts.Any(a => a.Id == subject && a.Acknowledged is null))
        {
            Watch = [.. live.Watch.Select(w => new WatchLine(w.Label, w.Answer ?? "", w.By, w.Since))],
            GateTitle = live.Gate is { IsReached: false } gate ? gate.State : "",
            Blocks = live.Gate?.Blocks ?? [],
            IsTaken = isTaken,
        }, words);
    }

    private MadeCard OfAlert(Person person, SeenCase seen, Alert alert, CaseLink link, string school, DateTimeOffset now, bool waits, ICardWords words)
    {
        var (@case, plan) = (seen.Case, seen.Plan);
        var told = alert.At + 1 + alert.Repeats;
        if (alert.Acknowledged is not null && plan.HasLiveView) return new(Detail(seen, link, alert.Id, isTaken: true, words), LiveShown(@case, school));
        if (alert.Acknowledged is { } taken)
            return new(CaseTakenCard.Of(new CaseTaken(link, plan.Title, school, NameOf(taken.PersonId, words), taken.At, now, RefusalWords.StateWords(@case.State, plan)) { IsYours = taken.PersonId == person.Id }, words), $"taken|{taken.PersonId}|{@case.State}|{school}");
        // Where it is critical, the card that says so comes first: whoever takes it is in the chat as well.
        if (waits && alert.Severity != Severity.Critical)
            return new(WaitingPersonCard.Of(new WaitingPerson(link, school, alert.RaisedAt, now), words), string.Create(CultureInfo.InvariantCulture, $"waits|{told}|{school}"));
        var isTold = district.Roster.HoldersOf(alert.Rung.Role, @case.KnownSchool, now, @case.Excluded).Any(p => p.Id == person.Id);
        return told == 1 || isTold
            ? new(CaseAlertCard.Of(new AlertShown(link, plan.Title, alert.Severity, school, alert.RaisedAt, now, told), words), string.Create(CultureInfo.InvariantCulture, $"alert|{told}|{school}"))
            : new(LadderRaisedCard.Of(new LadderRaised(link, plan.Title, alert.Severity, school, TitleOf(alert.Rung.Role, words), told, alert.RaisedAt, now), words), string.Create(CultureInfo.InvariantCulture, $"raised|{told}|{school}"));
    }

    private MadeCard OfSteps(Person person, CasePlan plan, CaseSteps steps, CaseLink link, string school, DateTimeOffset now, ICardWords words, bool mayOpen = true)
    {
        var card = new StepsWait(link, plan.Title, school, NameOf(steps.From, words), TitleOf(steps.Role, words), steps.Why == StepsReason.SecondPerson, steps.Since, steps.Due, now) { MayOpen = mayOpen };
        if (steps.Taken is { } taken) return new(StepsWaitCard.Of(card with { TakenBy = NameOf(taken.PersonId, words), IsYours = taken.PersonId == person.Id }, words), $"steps-taken|{taken.PersonId}|{school}");
        return new(StepsWaitCard.Of(card, words), string.Create(CultureInfo.InvariantCulture, $"steps|{steps.Since.UtcTicks}|{steps.Told}|{school}"));
    }

    // Whoever saw the case only because its steps waited for them sees it no more once another person has them, and still hears who that is.
    private MadeCard? OfStepsGone(Person person, Case @case, string subject, CaseLink link, string school, DateTimeOffset now, ICardWords words) =>
        @case.StepsOf(subject) is { Wait: false } steps && sight.HearsOf(person, @case, steps, words.Language) is { } plan ? OfSteps(person, plan, steps, link, school, now, words, mayOpen: false) : null;

    private static MadeCard OfDue(SeenCase seen, CaseTask open, TaskPlan task, DateTimeOffset due, CaseLink link, string school, DateTimeOffset now, ICardWords words)
    {
        var lacks = TaskWords.Lacking(open, task, seen.Case, seen.Plan, words);
        return new(TaskDueCard.Of(new TaskDue(link, task.Title, school, due, now) { Lacks = lacks }, words), string.Create(CultureInfo.InvariantCulture, $"task|{school}|{due.UtcTicks}|{due < now}|{lacks.Count}"));
    }

    private static MadeCard OfOpened(Person person, SeenCase seen, string subject, CaseLink link, string school, DateTimeOffset now, ICardWords words)
    {
        var tasks = seen.OpenedFor(person, subject);
        var shown = tasks.Select(t => new OpenedTask(TaskWords.Title(t.Task, t.Plan, words), t.Task.Due, t.Task.WaitsForSecond)).ToList();
        return new(
            TasksOpenedCard.Of(new TasksOpened(link, seen.Plan.Title, school, shown, now), words),
            $"opened|{school}|{string.Join(',', tasks.Select(t => t.Task).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Id}/{t.Owner}/{t.ProposedBy is not null}/{t.Due?.UtcTicks}/{t.Due < now}")))}");
    }

    // What the live card depends on, without a choice in it: this text lies unsealed beside the card's address.
    private static string LiveShown(Case @case, string school) => string.Create(
        CultureInfo.InvariantCulture,
        $"live|{@case.Owner}|{@case.State}|{@case.UnreadReply}|{@case.Tasks.Count}|{@case.Tasks.Count(t => t.IsFinished)}|{@case.Tasks.Max(t => t.FinishedAt)?.UtcTicks ?? 0}|{@case.Tasks.Count(t => !t.IsFinished && t.Answers.Count > 0)}|{@case.OpenTasks.Sum(t => t.Escalated)}|{school}");

    private CaseLink LinkOf(Person person, Case @case, string subject, string copy, string userId) => new(
        @case.Number, options.PageAt($"/console/cases/{@case.Number}"), tokens.Seal(person.Id, @case.Id, subject, copy))
    {
        RefreshFor = userId.Length == 0 ? [] : [userId],
    };

    private string SchoolOf(Case @case) => district.School(@case.SchoolId)?.Name ?? "";

    private string NameOf(string personId, ICardWords words) => names.NameOf(personId, words);

    private string TitleOf(string role, ICardWords words) => district.Role(role)?.TitleIn(words.Language) ?? role;
}
