using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>The answers of a run as the words of a case, one for each question, in the order they were given.</summary>
internal sealed class CaseWords(DialogContent content)
{
    private readonly AnswerInWords _inWords = new(content);

    /// <param name="written">Answers that the case has already, as <see cref="Names"/> gives them.</param>
    public IReadOnlyList<Words> Of(ProtocolRun run, TurnWork work, Case @case, IReadOnlyList<string> written, CaseMoment moment) =>
        Phrasebook.ForStaff(() => Written(run, work, @case, written, moment));

    private List<Words> Written(ProtocolRun run, TurnWork work, Case @case, IReadOnlyList<string> written, CaseMoment moment)
    {
        var at = moment.TimeKept(@case, Actor.Reporter);
        List<Words> words = [];
        foreach (var (name, _, field, value) in Answers(run).Where(a => !written.Contains(a.Once)))
        {
            if (value is PicturesAnswer pictures) words.AddRange(Pictures(pictures, work, @case, field, at));
            else if (_inWords.Of(field, value) is { } text) words.Add(Word(@case, WordsKind.Report, name, field.Label, text, at));
        }

        // Where people are known they are told so first, and whoever helps must know whom.
        if (!work.Traits.Anonymous && written.Count == 0 && Account(work) is { } account)
            words.Add(Word(@case, WordsKind.Report, "account", content.Phrases["case.account"], account, at));
        if (work.Talk.Signals.Count > 0 && written.Count == 0)
            words.Add(Word(@case, WordsKind.Report, "signals", content.Phrases["case.signals"], string.Join(", ", work.Talk.Signals), at));
        return words;
    }

    /// <summary>Each answer by its name and the input that brought it: one that was changed afterwards is another one.</summary>
    public IReadOnlyList<string> Names(ProtocolRun run) => [.. Answers(run).Select(a => a.Once)];

    /// <summary>Who never learns of the case: staff who are named anywhere in the answers, and where nobody can tell whom of the school it is about, all of the school.</summary>
    /// <param name="schoolId">Empty where it is not known.</param>
    public StaffOut KeptOut(ProtocolRun run, string schoolId)
    {
        var plans = run.Frames.Select(f => (Frame: f, Protocol: content.Protocols.Get(f.Key)!)).ToList();
        // Where staff write about their own work they name each other: only a plan that says so keeps those named away.
        if (plans.Any(p => p.Protocol.Case is not null) && !plans.Any(p => p.Protocol.Case is { HidesFromPeopleNamed: true })) return StaffOut.Nobody;

        var (district, school) = (content.District, schoolId.Length == 0 ? null : schoolId);
        bool Holds(Func<StaffReport, Condition?> when) => plans.Any(p => p.Protocol.AboutStaff is { } about && when(about)?.Holds(p.Frame.Answers) == true);
        var isAboutStaff = Holds(a => a.Certain);
        var titlesCount = isAboutStaff || Holds(a => a.Possible);
        List<AnswerValue> said = [.. Answers(run).Select(a => a.Value)];
        var didIt = said.OfType<PeopleAnswer>().SelectMany(who => PeopleNamed.InAnswerToWho(who.Words.Reveal(), district, school)).ToHashSet();
        var named = said.OfType<TextAnswer>().SelectMany(text => titlesCount ? PeopleNamed.InWithTitles(text.Words.Reveal(), district, school) : PeopleNamed.In(text.Words.Reveal(), district));
        return new StaffOut(
            [.. didIt.Union(named).Order(StringComparer.Ordinal)], titlesCount,
            isAboutStaff && didIt.Count == 0 && school is not null ? [.. district.People.Where(p => p.Posts.Any(post => post.SchoolId == school)).Select(p => p.Id)] : []);
    }

    private IEnumerable<(string Name, string Once, Field Field, AnswerValue Value)> Answers(ProtocolRun run)
    {
        // What a survey was told stays with the survey, also where it called a protocol that opens a case.
        foreach (var frame in run.Frames.Where(f => !content.Protocols.Get(f.Key)!.IsSurvey))
        {
            var fields = content.Protocols.Get(frame.Key)!.Steps.OfType<QuestionStep>().SelectMany(s => s.Fields.Select(f => (s, f))).ToDictionary(x => x.f.Name);
            foreach (var given in frame.Given)
                if (fields.TryGetValue(given.Name, out var asked) && asked.s is not AskStep { Review: true }) yield return (given.Name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{given.Name}#{given.Input}"), asked.f, given.Value);
        }
    }

    private string? Account(TurnWork work) => content.District.Person(work.Turn.PersonId)?.Name ?? (work.Turn.Account is { IsBlank: false } name ? name.Reveal() : null);

    private static IEnumerable<Words> Pictures(PicturesAnswer answer, TurnWork work, Case @case, Field field, DateTimeOffset at)
    {
        foreach (var id in answer.Ids)
            if (work.Talk.Pictures.Remove(id, out var picture))
                yield return Word(@case, WordsKind.Picture, picture.ContentType, field.Label, picture.Data, at);
    }

    private static Words Word(Case @case, WordsKind kind, string about, string label, string text, DateTimeOffset at) =>
        new(Guid.NewGuid(), @case.Id, kind, about, label, Actor.Reporter, at, new PersonText(text));
}
