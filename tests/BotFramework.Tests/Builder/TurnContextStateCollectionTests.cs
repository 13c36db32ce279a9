using Microsoft.Bot.Builder;

namespace SupportBot.BotFramework.Tests;

public class TurnContextStateCollectionTests
{
    private readonly TurnContextStateCollection _state = [];

    [Fact]
    public void A_key_is_found_whatever_its_case()
    {
        _state.Add("Key", "value");
        Assert.Equal("value", _state.Get<string>("kEY"));
    }

    [Fact]
    public void An_entry_without_a_key_is_kept_under_the_full_name_of_its_type()
    {
        _state.Add<IBotTelemetryClient>(NullBotTelemetryClient.Instance);
        Assert.Same(NullBotTelemetryClient.Instance, _state["Microsoft.Bot.Builder.IBotTelemetryClient"]);
        Assert.Same(NullBotTelemetryClient.Instance, _state.Get<IBotTelemetryClient>());
    }

    [Fact]
    public void What_is_absent_or_of_another_type_is_null()
    {
        _state.Add("key", "value");
        Assert.Null(_state.Get<string>("other"));
        Assert.Null(_state.Get<Version>("key"));
    }

    [Fact]
    public void Adding_null_or_a_used_key_throws()
    {
        _state.Add("key", "value");
        Assert.Throws<ArgumentNullException>(() => _state.Add<string>("other", null));
        Assert.Throws<ArgumentException>(() => _state.Add("KEY", "again"));
    }

    [Fact]
    public void Setting_replaces_also_by_null()
    {
        _state.Add("key", "value");
        _state.Set("key", "again");
        Assert.Equal("again", _state.Get<string>("key"));
        _state.Set<string>("key", null);
        Assert.Null(_state.Get<string>("key"));
        Assert.True(_state.ContainsKey("key"));
    }
}
