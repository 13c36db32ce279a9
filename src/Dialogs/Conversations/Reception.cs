using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Protocols;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Answers when no dialog is open: greets once, and leads what a person says to the conversation it belongs to.</summary>
internal sealed class Reception(DialogContent content)
{
    private readonly ReceptionCards _cards = new(content);
    private readonly StaffMenu _staff = new(content);
    private readonly MoreMenu _more = new(content);
    private readonly Lookup _lookup = new(content);
    private readonly Doubt _doubt = new(content);

    // Ids that routes and buttons lead to.
    public const string GetHelp = "get-help";
    public const string TalkToAPerson = "talk-to-a-person";

    // Teams shows no more.
    private const int MostButtons = 6;

    private const string MyTrainings = "my-trainings";
    private const string HireProgress = "hire-progress";

    private Phrases Phrases => content.Phrases;

    public async Task AnswerAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var greetedNow = await GreetAsync(dc, work, cancel);
        if (work.Activity.Type != ActivityTypes.Message) return;

        var press = ButtonPress.Of(work.Activity);
        var text = work.Activity.Text ?? "";
        IReadOnlyList<Route> wanted = press is null && !string.IsNullOrWhiteSpace(text) ? content.Router.Wanted(text) : [];
        var likely = Router.Leading(wanted);
        var route = RouteOf(dc, likely, work);
        var isAskedWhich = work.Talk.IsAskedWhich;
        work.Talk.IsAskedWhich = false;
        if (press is { Do: ButtonPress.Go, Field: Doubt.Topic, Choice: { } topic } && await _lookup.AnswerAsync(dc, [topic], "", cancel) is { } of)
            await OfferAsync(dc, _more.Among(of, work), cancel);
        else if (press is { Do: ButtonPress.Go, Choice: { } chosen })
            await GoAsync(dc, chosen, firstWords: null, cancel);
        else if (StaffMenu.IsAskedFor(text) && _staff.Of(work).Count > 0)
            await GoAsync(dc, StaffMenu.Id, firstWords: null, cancel);
        else if (_staff.Named(text, work) is { } named)
            await GoAsync(dc, named, firstWords: null, cancel);
        else if (press is null && _more.Named(text, work) is { } open)
            await GoAsync(dc, open, firstWords: null, cancel);
        else if (press is null && await Schedule(dc).WishOfAsync(text, work, cancel) is { } plan)
            await dc.BeginDialogAsync(ScheduleDialog.DialogId, plan, cancel);
        else if (press is null && Hires(dc).WishOf(text, work) is { } told)
            await dc.BeginDialogAsync(HireDialog.DialogId, told, cancel);
        else if (press is null && await Trainings(dc).WishOfAsync(text, work, cancel) is { } wish)
            await dc.BeginDialogAsync(TrainingDialog.DialogId, wish, cancel);
        else if (PlaceOf(wanted, work) is { } place)
            await MenuAsync(dc, $"{place} {Phrases["menu.again"]}", cancel);
        else if (press is null && !isAskedWhich && MeaningsOf(dc, text, likely, route, work) is { Count: > 0 } meant)
            await AskWhichAsync(dc, meant, work, cancel);
        else if ((!route.IsSure || route.Id == GetHelp) && press is null && !IsEntry(text) && await _lookup.AnswerAsync(dc, text, cancel) is { } begins)
            await OfferAsync(dc, _more.Among(begins, work), cancel);
        else if (route.IsSure)
            await GoAsync(dc, route.Id, IsEntry(text) ? null : text, cancel, route.Intent);
        else if (press is not null && work.Turn.FromCard)
            await ClosedAsync(dc, work, cancel);
        else if (press is not null)
            await MenuAsync(dc, $"{Phrases["question.closed"]} {Phrases["menu.again"]}", cancel);
        else if (SpokenLanguage.Of(text) == SpokenLanguage.Other)
            await MenuAsync(dc, Phrases.Say("language.unsupported", ("name", string.Join(", ", content.Phrasebook.All.Select(p => p.Name))), ("schools", HelpNumbers.Schools(content))), cancel);
        else
            await MenuAsync(dc, Phrases[route.Confidence > 0 ? "menu.unsure" : greetedNow ? "welcome.ask" : text.Length > 0 && content.Commands.Of(text) is null ? "menu.not-understood" : "menu.again"], cancel);
    }

    // What staff ask for that stands on a page and not in a conversation. It names the place: who may see what there is asked there.
    private string? PlaceOf(IReadOnlyList<Route> wanted, TurnWork work) =>
        content.District.Person(work.Turn.PersonId) is not null && wanted is [{ IsSure: true, Id: "" } first, ..] ? first.Intent switch
        {
            "case-queue" => Phrases["place.cases"],
            "kpi-dashboard" => Phrases["place.figures"],
            "safety-assessment" => Phrases["place.site-safety"],
            _ => null,
        }
        : null;

    // Trainings are for staff, and scheduling them for some of them: what anybody else writes leads to what else it may mean.
    private static Route RouteOf(DialogContext dc, IReadOnlyList<Route> likely, TurnWork work) =>
        IsTheirs(dc, likely[0], work) ? likely[0] : likely.FirstOrDefault(r => IsTheirs(dc, r, work) && r.IsSure) ?? likely[0];

    private static bool IsTheirs(DialogContext dc, Route route, TurnWork work) => route.Id switch
    {
        TrainingDialog.DialogId => Trainings(dc).IsFor(work),
        ScheduleDialog.DialogId => Schedule(dc).IsFor(work),
        HireDialog.DialogId => Hires(dc).IsFor(work),
        _ => true,
    };

    // On a page there are no buttons to choose by, and what may be begun stands there already. Whoever names an entry has chosen.
    private IReadOnlyList<Meaning> MeaningsOf(DialogContext dc, string text, IReadOnlyList<Route> likely, Route route, TurnWork work)
    {
        var isForHelp = route.IsSure && route.Id == GetHelp;
        if (work.Traits.IsPage || string.IsNullOrWhiteSpace(text) || route.IsSure && !isForHelp || IsEntry(text) || SpokenLanguage.Of(text) == SpokenLanguage.Other) return [];
        var routes = likely.Where(r => IsTheirs(dc, r, work)).Select(r => (Route: r, Title: TitleOf(r.Id, work))).Where(r => r.Title is not null).DistinctBy(r => r.Route.Id);
        return _doubt.Of(text, [.. routes.Select(r => (r.Route, r.Title!))], isForHelp);
    }

    // Null for what this person may not begin: where somebody is led to and what they may do stay two things, and what is refused afterwards is not offered.
    private string? TitleOf(string id, TurnWork work) => id switch
    {
        FollowUpDialog.DialogId => Phrases["ask.follow-up"],
        TrainingDialog.DialogId => Phrases["training.menu"],
        HireDialog.DialogId => Phrases["hires.menu"],
        ScheduleDialog.DialogId => Phrases["schedule.heading"],
        TalkToAPerson => Phrases["menu.person"],
        _ => content.Protocols.Startable(id, content.District.CalendarOf(null).Today(work.Now)) is { } protocol && _staff.Refusal(protocol, work) is null
            ? _cards.Menu().FirstOrDefault(m => m.Id == id).Title ?? content.TitleOf(protocol)
            : null,
    };

    private async Task AskWhichAsync(DialogContext dc, IReadOnlyList<Meaning> meant, TurnWork work, CancellationToken cancel)
    {
        work.Talk.IsAskedWhich = true;
        var question = meant is [var one, var two] ? Phrases.Say("ask.which", ("name", one.Title), ("other", two.Title)) : Phrases.Say("ask.whether", ("name", meant[0].Title));
        var neither = new ButtonPress(null, null, Doubt.Menu, ButtonPress.Go).As(Phrases["ask.neither"]);
        await dc.Context.SendActivityAsync(Says.Message(question, [.. meant.Select(m => m.Press.As(m.Title)), neither]), cancel);
    }

    private static ScheduleDialog Schedule(DialogContext dc) => (ScheduleDialog)dc.FindDialog(ScheduleDialog.DialogId);

    private static HireDialog Hires(DialogContext dc) => (HireDialog)dc.FindDialog(HireDialog.DialogId);

    private static TrainingDialog Trainings(DialogContext dc) => (TrainingDialog)dc.FindDialog(TrainingDialog.DialogId);

    /// <summary>The first screen, before anything is asked: who this is, whom to call, what is kept.</summary>
    /// <returns>True where it was shown in this turn.</returns>
    public async Task<bool> GreetAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        if (work.Talk.Greeted) return false;
        work.Talk.Greeted = true;
        // A page has its own beginning, with the numbers on it.
        if (work.Traits.IsPage) return false;
        if (work.Traits.Forms)
        {
            await dc.Context.SendActivityAsync(_cards.Welcome(work.Traits), cancel);
            return true;
        }

        await dc.Context.SendActivityAsync(Says.Message(LanguageStep.Noted(Phrases, Phrases.Say("welcome.who", ("district", content.District.PublicName)))), cancel);
        await dc.Context.SendActivityAsync(Says.Message(Phrases["welcome.help"]), cancel);
        await dc.Context.SendActivityAsync(Says.Message(_cards.Kept(work.Traits)), cancel);
        if (work.Activity.Type != ActivityTypes.Message) await MenuAsync(dc, Phrases["welcome.ask"], cancel);
        return true;
    }

    // The name of the entry itself tells nothing of what happened.
    private bool IsEntry(string text) => _cards.Menu().Any(m => TextNormaliser.Plain(m.Title) == TextNormaliser.Plain(text));

    // The card of a conversation that is over says so where it stands.
    private async Task ClosedAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        work.Over();
        work.Instead ??= new QuestionCards(content).Closed(Phrases["question.closed"], "card.closed", "card.old");
        await MenuAsync(dc, Phrases["menu.again"], cancel);
    }

    public Task MenuAsync(DialogContext dc, string text, CancellationToken cancel) =>
        // What may be begun stands on the page.
        TurnWork.Of(dc.Context).Traits.IsPage ? text == Phrases["menu.again"] ? Task.CompletedTask : dc.Context.SendActivityAsync(Says.Message(text), cancel) :
        dc.Context.SendActivityAsync(Says.Message(text, WaysOf(dc)), cancel);

    // What the answer belongs to may be begun at once; beside the buttons it stands in the text, for whoever reads no buttons.
    private Task OfferAsync(DialogContext dc, IReadOnlyList<Protocol> begins, CancellationToken cancel)
    {
        if (begins.Count == 0 || TurnWork.Of(dc.Context).Traits.IsPage) return MenuAsync(dc, Phrases["menu.again"], cancel);
        var text = $"{Phrases.Say("lookup.begin", ("name", string.Join(", ", begins.Select(p => $"**{content.TitleOf(p)}**"))))} {Phrases["menu.again"]}";
        return dc.Context.SendActivityAsync(Says.Message(text, WaysOf(dc, [.. begins.Select(Button)])), cancel);
    }

    private CardAction Button(Protocol protocol) => new ButtonPress(null, null, protocol.Id, ButtonPress.Go).As(content.TitleOf(protocol));

    // Where they are too many, those go that whoever has the others needs least: the code is for people who are not known, what stands behind "more" has a name. Both can still be typed.
    private IEnumerable<CardAction> WaysOf(DialogContext dc, IReadOnlyList<CardAction>? first = null)
    {
        List<CardAction> ways = [.. first ?? [], .. MenuButtons(), .. StaffButtons(dc, TurnWork.Of(dc.Context))];
        foreach (var spared in new[] { Phrases["menu.code"], Phrases["menu.more"] })
            if (ways.Count > MostButtons) ways.RemoveAll(b => b.Title == spared);
        return ways.Take(MostButtons);
    }

    private IEnumerable<CardAction> StaffButtons(DialogContext dc, TurnWork work)
    {
        if (_staff.Of(work).Count > 0) yield return new ButtonPress(null, null, StaffMenu.Id, ButtonPress.Go).As(Phrases["menu.staff"]);
        if (Trainings(dc).IsFor(work)) yield return new ButtonPress(null, null, TrainingDialog.DialogId, ButtonPress.Go).As(Phrases["training.menu"]);
        if (Hires(dc).MayTell(work)) yield return new ButtonPress(null, null, HireDialog.DialogId, ButtonPress.Go).As(Phrases["hires.menu"]);
        else if (Hires(dc).IsOfferedProgress(work)) yield return new ButtonPress(null, null, HireProgress, ButtonPress.Go).As(Phrases["hires.progress"]);
    }

    public IEnumerable<CardAction> MenuButtons() => _cards.Menu().Select(m => new ButtonPress(null, null, m.Id, ButtonPress.Go).As(m.Title));

    /// <summary>
    /// Begins the protocol that asks a person into the chat. False where no version of it may be started, and where people have a name:
    /// what it says about names is true of the anonymous web chat only.
    /// </summary>
    public async Task<bool> AskForAPersonAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (!work.Traits.Anonymous || content.Protocols.Startable(TalkToAPerson, content.District.CalendarOf(null).Today(work.Now)) is null) return false;
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("talk.office", ("schools", HelpNumbers.Schools(content)))), cancel);
        await dc.BeginDialogAsync(ProtocolDialog.DialogId, new ProtocolStart(TalkToAPerson, null), cancel);
        return true;
    }

    private async Task GoAsync(DialogContext dc, string id, string? firstWords, CancellationToken cancel, string intent = "")
    {
        var work = TurnWork.Of(dc.Context);
        switch (id)
        {
            case StaffMenu.Id when _staff.Of(work) is { Count: > 0 } mine:
                await dc.Context.SendActivityAsync(Says.Message(_staff.Text(work), mine.Select(Button)), cancel);
                return;
            case MoreMenu.Id when _more.Of(work) is { Count: > 0 } others:
                await dc.Context.SendActivityAsync(Says.Message($"{Phrases["menu.more-list"]}\n\n{string.Join("\n", others.Select(p => $"- **{content.TitleOf(p)}**"))}", others.Select(Button)), cancel);
                return;
            case FollowUpDialog.DialogId:
                await dc.BeginDialogAsync(FollowUpDialog.DialogId, firstWords, cancel);
                return;
            case ScheduleDialog.DialogId:
                await dc.BeginDialogAsync(ScheduleDialog.DialogId, ScheduleWish.Of(firstWords ?? "") ?? new ScheduleWish(ScheduleVerb.New), cancel);
                return;
            case TrainingDialog.DialogId:
                await dc.BeginDialogAsync(TrainingDialog.DialogId, new TrainingWish(intent == MyTrainings ? TrainingVerb.Mine : TrainingVerb.Show, firstWords ?? ""), cancel);
                return;
            case HireDialog.DialogId when Hires(dc).IsFor(work):
                await dc.BeginDialogAsync(HireDialog.DialogId, firstWords is null ? new HireWish(HireVerb.Form) : HireWish.Routed(firstWords), cancel);
                return;
            case HireProgress when Hires(dc).IsFor(work):
                await dc.BeginDialogAsync(HireDialog.DialogId, new HireWish(HireVerb.Progress), cancel);
                return;
            case TalkToAPerson when await AskForAPersonAsync(dc, cancel):
                return;
            case GetHelp or TalkToAPerson:
                await new PlainAnswers(content).SayAsync(dc.Context, id == GetHelp ? CommandKind.Help : CommandKind.Person, work.Now, cancel);
                await MenuAsync(dc, Phrases["menu.again"], cancel);
                return;
        }

        if (content.Protocols.Startable(id, content.District.CalendarOf(null).Today(work.Now)) is not { } protocol)
        {
            await MenuAsync(dc, Phrases["welcome.ask"], cancel);
            return;
        }

        if (_staff.Refusal(protocol, work) is { } refused)
        {
            // Who asks for steps that are others' may need what these are for.
            if (_staff.Instead(protocol.Id, work) is not { } instead)
            {
                await dc.Context.SendActivityAsync(Says.Message(refused), cancel);
                await MenuAsync(dc, Phrases["menu.again"], cancel);
                return;
            }

            protocol = instead;
        }

        if (firstWords is not null) await dc.Context.SendActivityAsync(Says.Message(Phrases["menu.starting"]), cancel);
        await dc.BeginDialogAsync(ProtocolDialog.DialogId, new ProtocolStart(protocol.Id, firstWords), cancel);
    }
}
