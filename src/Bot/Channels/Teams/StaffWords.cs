using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>What only staff can say to the bot: "my cases", "my tasks", "my steps", "open case K7M-2QD" and "go on with" without its number, in English or Spanish whatever is spoken. They work in the middle of anything and change nothing.</summary>
public sealed partial class StaffWords(ICaseBook cases, TaskList tasks, CaseSight sight, StepsWaiting waiting, CaseCards cards, CardCopies copies, RefusalWords names, TeamsOptions options, TimeProvider time)
{
    private const int Most = 20;
    private const int MostTasks = 10;

    /// <summary>Null where the text is something else.</summary>
    public async Task<Activity?> AnswerAsync(Person person, string? text, ICardWords words, CancellationToken cancel)
    {
        if (text is null || text.Length > 40) return null;
        if (MyCases().IsMatch(text)) return await MineAsync(person, words, cancel);
        if (MyTasks().IsMatch(text)) return await TasksAsync(person, words, cancel);
        if (MySteps().IsMatch(text)) return await StepsAsync(person, words, cancel);
        if (GoOn().IsMatch(text)) return MessageFactory.Text(words["staff.go-on-which"]);
        return OpenCase().Match(text) is { Success: true } match ? await OpenAsync(person, match.Groups[1].Value, words, cancel) : null;
    }

    private async Task<Activity> MineAsync(Person person, ICardWords words, CancellationToken cancel)
    {
        var mine = (await cases.QueueAsync(new QueueFilter(sight.SchoolsOf(person), Owner: person.Id, Most: Most), cancel)).Where(c => sight.See(person, c) is not null).ToList();
        if (mine.Count == 0) return MessageFactory.Text(words["mine.none"]);
        var list = new StringBuilder(words["mine.list"]).Append('\n');
        foreach (var @case in mine)
            list.Append(CultureInfo.InvariantCulture, $"\n- {Shown(@case)}: {sight.See(person, @case, words.Language)!.Plan.Title}");
        list.Append("\n\n").Append(words["mine.how"]);
        return MessageFactory.Text(list.ToString());
    }

    private async Task<Activity> TasksAsync(Person person, ICardWords words, CancellationToken cancel)
    {
        var part = await tasks.OfAsync(person, all: false, school: null, after: null, MostTasks, cancel);
        if (part.Tasks.Count == 0) return MessageFactory.Text(words["mine.no-tasks"]);
        var list = new StringBuilder(words["mine.tasks"]).Append('\n');
        foreach (var task in part.Tasks)
        {
            var plan = sight.See(person, task.Seen.Case, words.Language)!.Plan.Task(task.Task.Id)!;
            var when = TimeWords.DueOrNone(task.Task.Due, time.GetUtcNow(), words);
            list.Append(CultureInfo.InvariantCulture, $"\n- {Shown(task.Seen.Case)}: {words.Say("mine.task", ("name", TaskWords.Title(task.Task, plan, words)), ("when", when))}");
        }

        var page = options.PageAt(TasksPage.Address)?.ToString() ?? words["mine.tasks-page"];
        list.Append("\n\n").Append(words.Say(part.Next is null ? "mine.tasks-how" : "mine.tasks-more", ("link", page)));
        return MessageFactory.Text(list.ToString());
    }

    private async Task<Activity> StepsAsync(Person person, ICardWords words, CancellationToken cancel)
    {
        var mine = await waiting.OfAsync(person, words.Language, Most, cancel);
        if (mine.Count == 0) return MessageFactory.Text(words["mine.no-steps"]);
        var list = new StringBuilder(words["mine.steps"]).Append('\n');
        foreach (var item in mine)
        {
            var said = words.Say("mine.step", ("status", item.Plan.Title), ("name", names.NameOf(item.Steps.From, words)), ("when", TimeWords.Ago(item.Steps.Since, time.GetUtcNow(), words)));
            list.Append(CultureInfo.InvariantCulture, $"\n- {(item.MaySee ? Shown(item.Case) : item.Case.Number)}: {said}");
        }

        list.Append("\n\n").Append(words["mine.steps-how"]);
        return MessageFactory.Text(list.ToString());
    }

    private string Shown(Case @case) => options.PageAt($"/console/cases/{@case.Number}") is { } page ? $"[{@case.Number}]({page})" : @case.Number;

    private async Task<Activity> OpenAsync(Person person, string number, ICardWords words, CancellationToken cancel)
    {
        if (number.Length == 0) return MessageFactory.Text(words["mine.which"]);
        if (CaseNumber.Read(number) is not { } asked || await cases.FindByNumberAsync(asked, cancel) is not { } @case || sight.See(person, @case) is null)
            return MessageFactory.Text(words["mine.not-seen"]);
        var subject = @case.OpenAlert?.Id ?? (@case.Alerts is [.., var last] ? last.Id : "");
        // The buttons of this card and of the alert's own are the same ones: neither makes the other one old.
        var copy = (await copies.OfAsync(@case.Id, cancel)).FirstOrDefault(c => c.Subject == subject && c.PersonId == person.Id)?.Shown.Split('|', 2)[0] ?? "opened";
        return cards.Detail(person, @case, subject, copy, words) is { } card
            ? (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card })
            : MessageFactory.Text(words["mine.not-seen"]);
    }

    [GeneratedRegex(@"\A\s*(show )?my (open )?cases[.!?]?\s*\z|\A\s*mis casos[.!?]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MyCases();

    [GeneratedRegex(@"\A\s*(show )?my (open )?(tasks|to-?dos)[.!?]?\s*\z|\A\s*mis (tareas|pendientes)[.!?]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MyTasks();

    [GeneratedRegex(@"\A\s*(show )?(my )?(open |waiting )?steps( for me| of mine)[.!?]?\s*\z|\A\s*(show )?my (open |waiting )?steps[.!?]?\s*\z|\A\s*mis pasos\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MySteps();

    [GeneratedRegex(@"\A\s*(?:go on with|take over|continue with|seguir con)(?: case| caso)?[.!?]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GoOn();

    [GeneratedRegex(@"\A\s*(?:open case|abrir (?:el )?caso)\s*#?([0-9a-z]{3}-?[0-9a-z]{3})?[.!?]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OpenCase();
}
