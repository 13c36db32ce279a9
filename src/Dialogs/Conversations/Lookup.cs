using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Directory;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// Answers a question in the person's own words: the short answer of at most two topics and at most three places to turn to. Nothing of the
/// question is kept; a counter of the month goes up by one for each topic, and is shown from ten on.
/// </summary>
internal sealed class Lookup(DialogContent content)
{
    /// <summary>What counters of questions stand under, beside the surveys.</summary>
    public const string Counter = "lookups";

    // A question about two things gets both; a third is beside it.
    private const int MostTopics = 2;

    /// <returns>Ids of protocols that may be begun for these topics; null where the text is about nothing that there is an answer to.</returns>
    public Task<IReadOnlyList<string>?> AnswerAsync(DialogContext dc, string text, CancellationToken cancel) =>
        AnswerAsync(dc, [.. content.Topics.Of(text).Where(t => !t.IsBeside).Select(t => t.Id)], text, cancel);

    /// <inheritdoc cref="AnswerAsync(DialogContext, string, CancellationToken)"/>
    /// <param name="about">Ids of topics, best first.</param>
    /// <param name="text">Tells for whom it is; empty where nothing was typed.</param>
    public async Task<IReadOnlyList<string>?> AnswerAsync(DialogContext dc, IReadOnlyList<string> about, string text, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        var shelf = content.District.Resources;
        var topics = about.SelectMany(id => shelf.Topics.Where(known => known.Id == id && known.Answer is not null)).Take(MostTopics).ToList();
        if (topics.Count == 0) return null;
        var language = work.Talk.Language;
        var audience = content.District.AudienceOf(text, work.Turn.PersonId is null ? Who.Student : Who.Staff) with { Language = language };
        var ids = topics.Select(t => t.Id).ToList();
        var places = shelf.ForNeeds(ids, audience, work.Now);
        List<string> parts = [.. topics.Select(t => $"**{t.Title.In(language)}**\n\n{t.Answer!.In(language)}")];
        if (places.Count > 0) parts.Add(HelpNumbers.Whole(content, places));
        if (language != Wording.English && (topics.Exists(t => IsUnread(t.Answer!, t.Reviewed)) || places.Any(s => IsUnread(s.Resource.Purpose, s.Resource.Reviewed)))) parts.Add(content.Phrases["lookup.not-reviewed"]);
        if (places.Any(s => s.Resource.SharedPhoneWarning)) parts.Add(content.Phrases["lookup.shared-phone"]);
        parts.Add(content.Phrases["lookup.danger"]);
        await dc.Context.SendActivityAsync(Says.Message(string.Join("\n\n", parts)), cancel);
        var month = content.District.CalendarOf(null).Today(work.Now).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        work.Tallies.AddRange(ids.Select(id => new TallyMark(Counter, "", month, "topic", id)));
        return [.. topics.Select(t => t.Begins).OfType<string>().Distinct()];

        bool IsUnread(Wording said, IReadOnlyList<string> reviewed) => said.Has(language) && !reviewed.Contains(language);
    }
}
