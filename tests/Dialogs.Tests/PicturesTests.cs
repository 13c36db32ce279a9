using System.Text;
using Microsoft.Bot.Schema;
using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>Pictures that come with a report.</summary>
public sealed class PicturesTests
{
    private readonly Chat _chat = new();

    [Fact]
    public async Task Pictures_are_asked_for_with_one_warning()
    {
        await AtPicturesAsync();
        Assert.Contains("paper clip", _chat.Asked, StringComparison.Ordinal);
        Assert.Equal(2, _chat.Asked.Split("picture ").Length);
    }

    [Fact]
    public async Task Pictures_end_up_as_words_of_the_case_and_not_in_the_transcript()
    {
        await AtPicturesAsync();
        await AttachAsync(1);
        Assert.Contains("I have 1 now", _chat.Asked, StringComparison.Ordinal);
        await AttachAsync(2);
        await _chat.SayAsync("done");
        Assert.Contains("> 2 pictures", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Send it");

        var pictures = _chat.Store.Words.Where(w => w.Kind == WordsKind.Picture).ToList();
        Assert.Equal(["AQEBAQEBAQE=", "AgICAgICAgI="], pictures.Select(p => p.Text.Reveal()));
        Assert.All(pictures, p => Assert.Equal("image/png", p.About));
        Assert.All(pictures, p => Assert.False(p.ReporterMaySee));
        var transcript = string.Join('\n', _chat.Store.Commits.SelectMany(c => c.Replies).Select(r => Encoding.UTF8.GetString(r.Span)));
        Assert.DoesNotContain("AQEBAQ", transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("AQEBAQ", Encoding.UTF8.GetString(_chat.Store.Commits[^1].State.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_pictures_than_fit_are_said_not_to_be_added()
    {
        await AtPicturesAsync();
        await AttachAsync(1, 2, 3, 4, 5, 6);
        Assert.Contains("I can keep 5 pictures", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Shall I send it?", _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Send it");
        Assert.Equal(5, _chat.Store.Words.Count(w => w.Kind == WordsKind.Picture));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("no thanks")]
    [InlineData("skip")]
    public async Task Somebody_without_pictures_may_say_so(string typed)
    {
        await AtPicturesAsync();
        await _chat.SayAsync(typed);
        Assert.Contains("Shall I send it?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_where_a_picture_belongs_are_asked_again()
    {
        await AtPicturesAsync();
        await _chat.SayAsync("I have one at home");
        Assert.Contains("I can only take pictures here", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_at_another_question_is_not_kept()
    {
        await _chat.BeginReportAsync();
        await AttachAsync(1);
        Assert.Contains("school", _chat.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain("AQEBAQ", Encoding.UTF8.GetString(_chat.Store.Commits[^1].State.Span), StringComparison.Ordinal);
        await _chat.SendReportAsync();
        Assert.DoesNotContain(_chat.Store.Words, w => w.Kind == WordsKind.Picture);
    }

    private async Task AtPicturesAsync()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("add pictures");
    }

    private Task<TurnAnswer> AttachAsync(params byte[] pictures) =>
        _chat.SendAsync(new Activity
        {
            Type = ActivityTypes.Message,
            Attachments = [.. pictures.Select(p => new Attachment("image/png", content: new Picture(Enumerable.Repeat(p, 8).ToArray(), 2, 2)))],
        });
}
