using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// The message extension: finds help and puts one entry into a chat, and opens a case by its number. What goes into a chat is read by
/// everybody there, so it holds nothing of who looked for it, and of a case nothing but its number.
/// </summary>
public sealed class SharedHelp(District district, ICaseBook cases, CaseSight sight, Phrasebook book, TeamsOptions options, TimeProvider time)
{
    /// <summary>Commands of the app manifest.</summary>
    public const string SearchHelp = "searchHelp";
    public const string OpenCase = "openCase";

    private const int Most = 8;
    private const int LongestQuery = 200;

    /// <param name="phrases">Of the language of whoever looks.</param>
    /// <returns>Null for a command that nobody knows.</returns>
    public async Task<MessagingExtensionResponse?> AnswerAsync(MessagingExtensionQuery query, Person? person, Phrases phrases, CancellationToken cancel) => query.CommandId switch
    {
        SearchHelp => Found(Parameter(query, "query"), phrases),
        OpenCase => await CaseAsync(Parameter(query, "number"), person, phrases, cancel),
        _ => null,
    };

    /// <summary>The lines that are always there, with a sentence above them: for a place where many read, so the same whoever asks.</summary>
    /// <param name="key">Of the phrase that stands above them.</param>
    public Activity Lines(Phrases phrases, string key)
    {
        var numbers = district.Resources.List("crisis-lines", district.AudienceAt(null, Who.Student), time.GetUtcNow());
        var card = HelpNumbersCard.Of([.. numbers.Take(HelpNumbersCard.Most).Select(n => HelpNumber.Of(n, phrases.Language) with { Hours = HoursInWords.Of(n.Resource.Hours, phrases) })], phrases);
        return (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card }, phrases[key]);
    }

    private MessagingExtensionResponse Found(string text, Phrases phrases)
    {
        var audience = district.AudienceAt(null, Who.Student);
        var now = time.GetUtcNow();
        IReadOnlyList<ShownResource> found = text.Length == 0 ? district.Resources.List("crisis-lines", audience, now) : All(district.Resources.Search(text, audience, now));
        // Whoever looks for help and finds none gets the lines that are always there.
        var isNothing = found.Count == 0;
        if (isNothing) found = district.Resources.List("crisis-lines", audience, now);
        return List([.. found.Take(Most).Select(f => Entry(HelpNumber.Of(f, phrases.Language) with { Hours = HoursInWords.Of(f.Resource.Hours, phrases) }, isNothing, phrases))]);
    }

    private static List<ShownResource> All(ResourcePage page) => [.. page.First, .. page.More];

    private static MessagingExtensionAttachment Entry(HelpNumber number, bool isNothing, Phrases phrases) => new()
    {
        ContentType = AdaptiveCard.ContentType,
        Content = ResourceListCard.Of(new Cards.ResourceList(phrases["page.help"], [number]), phrases),
        Preview = new ThumbnailCard { Title = number.Name, Text = isNothing ? $"{phrases["teams.no-match"]} {number.Purpose}" : number.Purpose }.ToAttachment(),
    };

    private async Task<MessagingExtensionResponse> CaseAsync(string number, Person? person, Phrases phrases, CancellationToken cancel)
    {
        var words = book.ForStaff(phrases.Language);
        var nothing = words["mine.not-seen"];
        if (person is null || CaseNumber.Read(number) is not { } asked) return Says(nothing);
        if (await cases.FindByNumberAsync(asked, cancel) is not { } @case || sight.See(person, @case, words.Language) is not { } seen) return Says(nothing);
        return List(
        [
            new MessagingExtensionAttachment
            {
                ContentType = AdaptiveCard.ContentType,
                Content = CaseNumberCard.Of(new CaseShared(@case.Number, options.PageAt($"/console/cases/{@case.Number}")), words),
                Preview = new ThumbnailCard { Title = words.Say("staff.number", ("code", @case.Number)), Text = seen.Plan.Title }.ToAttachment(),
            },
        ]);
    }

    private static string Parameter(MessagingExtensionQuery query, string name)
    {
        var text = query.Parameters?.FirstOrDefault(p => p.Name == name)?.Value?.ToString()?.Trim() ?? "";
        return text.Length > LongestQuery ? text[..LongestQuery] : text;
    }

    private static MessagingExtensionResponse List(List<MessagingExtensionAttachment> entries) =>
        new() { ComposeExtension = new MessagingExtensionResult { Type = "result", AttachmentLayout = "list", Attachments = entries } };

    private static MessagingExtensionResponse Says(string text) => new() { ComposeExtension = new MessagingExtensionResult { Type = "message", Text = text } };
}
