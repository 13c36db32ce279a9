using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>Cases that belong together: a child case, a relation, a merge.</summary>
public sealed partial class CasePage
{
    /// <summary>Protocols by which a child case may be opened from here today, with the words for each.</summary>
    public IReadOnlyList<(string Id, string Title)> Openable => children.Openable(Seen, Now);

    /// <summary>Numbers of linked cases that this person may be told of.</summary>
    public IReadOnlySet<string> Named => Linked.Select(l => l.Number).OfType<string>().ToHashSet();

    public async Task<IActionResult> OnPostChildAsync([FromForm] string? protocol, CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        if (!seen.MayDirect) return await RefuseAsync(seen, RefusalWords.NotYours, null, 403, cancel);
        var worked = await work.OpenChildAsync(Me, Number, protocol ?? "", cancel);
        if (worked is { Seen: { } now, Refused: Refusal.NoSuchMove }) return await RefuseAsync(now, "Such a case cannot be opened from here, or it is open already. Please choose from the list.", null, 422, cancel);
        return await AnswerAsync(worked, "child", null, cancel);
    }

    public Task<IActionResult> OnPostRelateAsync(CancellationToken cancel) => WithOtherAsync(
        "relate", "related", (seen, other) => seen.Case.Links.Any(l => l.CaseId == other.Case.Id) ? "These two cases are linked already." : null,
        (_, seen, other, moment) =>
        {
            var (one, two) = CaseEngine.Relate(seen.Case, other.Case, moment);
            return new PairResult(one, two);
        }, cancel);

    public Task<IActionResult> OnPostMergeAsync(CancellationToken cancel) => WithOtherAsync(
        "merge", "merged", (_, other) => other.MayDirect ? null : "Only whoever works the other case, or a lead at its school, can merge into it.",
        (typed, seen, other, moment) =>
        {
            var reason = typed.Words("reason") is { IsBlank: false } why ? Said(seen, WordsKind.Reason, why, "merge", "Why: merged") : null;
            var merged = CaseEngine.Merge(seen.Case, other.Case, CaseEngine.IsOver(other.Case, other.Plan), reason, moment);
            return merged.Other is { } into ? new PairResult(merged.One!, WithSomebody(other, into, work.MomentOf(Me, other)).Step!) : merged;
        }, cancel);

    // What takes a lead here, and another case that this lead sees. A number that is nobody's and one that is not theirs get the same sentence.
    private async Task<IActionResult> WithOtherAsync(string verb, string done, Func<SeenCase, SeenCase, string?> wrong, Func<TypedForm, SeenCase, SeenCase, CaseMoment, PairResult> act, CancellationToken cancel)
    {
        var typed = await TypedAsync(verb, cancel);
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        if (!seen.MayDirect) return await RefuseAsync(seen, RefusalWords.NotYours, typed, 403, cancel);
        if (CaseNumber.Read(typed.Text("number")) is not { } number || await work.FindAsync(Me, number, cancel) is not { } other)
            return await RefuseAsync(seen, RefusalWords.NoSuchCase, typed.With("number", RefusalWords.NoSuchCase), 422, cancel);
        if (other.Case.Id == seen.Case.Id) return await RefuseAsync(seen, "That is this very case.", typed.With("number", "That is this very case."), 422, cancel);
        if (wrong(seen, other) is { } sentence) return await RefuseAsync(seen, sentence, typed.With("number", sentence), 422, cancel);
        var worked = await work.DoBothAsync(Me, Number, number, verb, (now, then, moment) => act(typed, now, then, moment), cancel);
        return await AnswerAsync(worked, done, WithReasonError(worked, typed), cancel);
    }
}
