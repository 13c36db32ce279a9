using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;

namespace SupportBot.AdaptiveCards.Tests;

public class RoundTripTests
{
    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nactual   {actual}");

    public static TheoryData<string> PartNames() => [.. Samples.Parts.Keys];

    [Theory, MemberData(nameof(PartNames))]
    public void What_is_written_reads_back_as_the_same_class_and_writes_the_same_again(string part)
    {
        var written = Samples.CardWith(Samples.Parts[part]).ToJson();
        var read = AdaptiveCard.FromJson(written);
        AssertSame(written, read.Card.ToJson());
        Assert.Empty(read.Warnings);
        var element = (AdaptiveTypedElement)read.Card.Body.FirstOrDefault() ?? read.Card.Actions[0];
        Assert.IsType(Samples.Parts[part].GetType(), element);
        Assert.Empty(element.AdditionalProperties);
    }

    [Fact]
    public void A_card_with_every_member_comes_back_whole()
    {
        var written = Samples.FullCard().ToJson();
        var card = AdaptiveCard.FromJson(written).Card;
        AssertSame(written, card.ToJson());
        Assert.Equal("case.refresh", card.Refresh.Action.Verb);
        Assert.Equal(["29:a"], card.Refresh.UserIds);
        Assert.Equal("api://x", card.Authentication.TokenExchangeResource.Uri);
        Assert.Empty(card.AdditionalProperties);
    }

    [Fact]
    public void Members_at_their_default_are_not_written() =>
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Hi"}]}""",
            new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("Hi") } }.ToJson());

    [Fact]
    public void A_default_style_that_was_chosen_is_written()
    {
        var json = Samples.CardWith(new AdaptiveContainer { Style = AdaptiveContainerStyle.Default }).ToJson();
        Assert.Contains("\"style\":\"default\"", json);
    }

    [Fact]
    public void When_a_refresh_expires_is_kept()
    {
        var card = new AdaptiveCard("1.5") { Refresh = new() { Expires = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc) } };
        Assert.Equal(card.Refresh.Expires, AdaptiveCard.FromJson(card.ToJson()).Card.Refresh.Expires);
        Assert.Contains("2026-11-23T08:00:00Z", card.ToJson());
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","msteams":{"width":"Full"},"later":[1,{"a":null}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","later":{"b":[true]},"labelFor":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"a","later":1}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Execute","verb":"v","data":{"deep":{"er":[1,2.50]}},"later":"x"}]}""")]
    public void Members_that_nobody_knows_survive(string json) => AssertSame(json, AdaptiveCard.FromJson(json).Card.ToJson());

    [Fact]
    public void A_member_for_one_channel_can_be_added()
    {
        var card = new AdaptiveCard("1.5") { AdditionalProperties = { ["msteams"] = new { width = "Full" } } };
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5","msteams":{"width":"Full"}}""", card.ToJson());
    }

    [Theory]
    [InlineData("""{"body":[{"type":"Carousel","pages":[{"x":1}],"id":"c","isVisible":false}],"type":"AdaptiveCard","version":"1.5"}""", "Carousel")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","items":[{"type":"Rating","value":3}]}]}""", "Rating")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Http","method":"GET"}]}""", "Action.Http")]
    public void Elements_and_actions_that_nobody_knows_survive_with_a_warning(string json, string type)
    {
        var read = AdaptiveCard.FromJson(json);
        AssertSame(json, read.Card.ToJson());
        Assert.Contains(type, Assert.Single(read.Warnings).Message);
    }

    [Fact]
    public void The_type_may_stand_last_in_its_object()
    {
        var card = AdaptiveCard.FromJson("""{"body":[{"items":[{"text":"a","type":"TextBlock"}],"type":"Container"}],"version":"1.5","type":"AdaptiveCard"}""").Card;
        Assert.Equal("a", ((AdaptiveTextBlock)((AdaptiveContainer)card.Body[0]).Items[0]).Text);
    }

    [Fact]
    public void A_card_is_written_in_its_own_way_by_any_serialiser()
    {
        var attachment = new { ContentType = AdaptiveCard.ContentType, Content = (object)Samples.FullCard() };
        var json = JsonNode.Parse(JsonSerializer.Serialize(attachment))["Content"].ToJsonString();
        AssertSame(Samples.FullCard().ToJson(), json);
        AssertSame(json, JsonSerializer.Deserialize<AdaptiveCard>(json).ToJson());
    }

    [Fact]
    public void Shorthand_is_read()
    {
        var card = AdaptiveCard.FromJson("""
            {"type":"AdaptiveCard","version":"1.5","backgroundImage":"https://example.org/b.png",
             "body":[{"type":"RichTextBlock","inlines":["plain"]},{"type":"ColumnSet","columns":[{"width":2},{"width":"30px"}]},
                     {"type":"TextBlock","text":"x","weight":"BOLDER","fallback":"DROP"}],
             "actions":[{"type":"Action.ToggleVisibility","targetElements":["a",{"type":"TargetElement","elementId":"b","isVisible":false}]}]}
            """).Card;
        Assert.Equal("https://example.org/b.png", card.BackgroundImage.UrlString);
        Assert.Equal("plain", ((AdaptiveTextRun)((AdaptiveRichTextBlock)card.Body[0]).Inlines[0]).Text);
        Assert.Equal(["2", "30px"], ((AdaptiveColumnSet)card.Body[1]).Columns.Select(c => c.Width.ToString()));
        Assert.Equal(AdaptiveTextWeight.Bolder, ((AdaptiveTextBlock)card.Body[2]).Weight);
        var targets = ((AdaptiveToggleVisibilityAction)card.Actions[0]).TargetElements;
        Assert.Equal([("a", null), ("b", (bool?)false)], targets.Select(t => (t.ElementId, t.IsVisible)));
    }

    [Fact]
    public void Data_may_be_text_a_dictionary_a_node_or_any_object()
    {
        AdaptiveSubmitAction[] actions =
        [
            new() { Data = "text" },
            new() { Data = new Dictionary<string, object> { ["a"] = 1, ["b"] = new[] { "x" } } },
            new() { Data = new JsonObject { ["a"] = true } },
            new() { DataJson = """{"a":null}""" },
        ];
        Assert.Equal(["\"text\"", """{"a":1,"b":["x"]}""", """{"a":true}""", """{"a":null}"""], actions.Select(a => a.DataJson));
    }

    [Fact]
    public void Letters_stay_readable_and_markup_is_escaped()
    {
        var json = Samples.CardWith(new AdaptiveTextBlock("¿Quién? 你好 <script>")).ToJson();
        Assert.Contains("¿Quién? 你好 \\u003Cscript\\u003E", json);
    }

    [Fact]
    public void Collections_are_walked_and_filled_by_hand()
    {
        var columns = new AdaptiveColumnSet();
        columns.Add(new AdaptiveColumn());
        foreach (var column in columns)
            Assert.IsType<AdaptiveColumn>(column);
        Assert.Throws<ArgumentException>(() => columns.Add(new AdaptiveTextBlock("a")));
    }
}
