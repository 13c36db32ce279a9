using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.State;

namespace SupportBot.BotFramework.Tests;

public class BotStateTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly JsonStorage _storage = new();

    public static TheoryData<string> Storages() => ["json", "plain", "live"];

    [Theory]
    [InlineData("conversation", "test/conversations/c1")]
    [InlineData("user", "test/users/ada")]
    [InlineData("private", "test/conversations/c1/users/ada")]
    public async Task Is_stored_under_the_key_of_its_scope(string scope, string key)
    {
        var state = Scope(scope, _storage);
        var turn = _adapter.Turn();
        await state.CreateProperty<string>("p").SetAsync(turn, "v");
        await state.SaveChangesAsync(turn);
        Assert.Equal([key], _storage.Written);
    }

    [Theory]
    [InlineData("conversation", "channelId")]
    [InlineData("user", "channelId")]
    [InlineData("private", "channelId")]
    [InlineData("conversation", "Conversation.Id")]
    [InlineData("private", "Conversation.Id")]
    [InlineData("user", "From.Id")]
    [InlineData("private", "From.Id")]
    public async Task A_missing_part_of_the_key_is_an_invalid_activity(string scope, string missing)
    {
        var activity = RecordingAdapter.Incoming();
        activity.ChannelId = missing == "channelId" ? null : activity.ChannelId;
        activity.Conversation = missing == "Conversation.Id" ? new ConversationAccount() : activity.Conversation;
        activity.From = missing == "From.Id" ? null : activity.From;
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Scope(scope, _storage).LoadAsync(_adapter.Turn(activity)));
        Assert.Equal("invalid activity-missing " + missing, thrown.Message);
    }

    [Fact]
    public async Task Is_read_once_a_turn_unless_forced()
    {
        var state = new ConversationState(_storage);
        var turn = _adapter.Turn();
        await state.CreateProperty<string>("a").GetAsync(turn);
        await state.CreateProperty<string>("b").GetAsync(turn);
        await state.LoadAsync(turn);
        Assert.Equal(1, _storage.Reads);
        await state.LoadAsync(turn, force: true);
        Assert.Equal(2, _storage.Reads);
    }

    [Fact]
    public async Task Is_kept_in_the_turn_under_the_name_of_its_class()
    {
        var state = new UserState(_storage);
        var turn = _adapter.Turn();
        Assert.Null(state.GetCachedState(turn));
        await state.LoadAsync(turn);
        Assert.Same(state.GetCachedState(turn), turn.TurnState.Get<BotState.CachedBotState>("UserState"));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_property_is_the_same_instance_for_the_whole_turn_and_another_in_the_next(string storage)
    {
        var state = new ConversationState(Storage(storage));
        var property = state.CreateProperty<Basket>("basket");
        var turn = _adapter.Turn();
        var basket = await property.GetAsync(turn, () => new Basket());
        Assert.Same(basket, await property.GetAsync(turn));
        await state.SaveChangesAsync(turn);

        var next = _adapter.Turn();
        var again = await property.GetAsync(next);
        Assert.Same(again, await property.GetAsync(next));
        if (storage != "live")
            Assert.NotSame(basket, again);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_change_in_place_is_saved(string storage)
    {
        var state = new ConversationState(Storage(storage));
        var property = state.CreateProperty<Basket>("basket");
        await TurnAsync(state, async turn => (await property.GetAsync(turn, () => new Basket())).Apples = 1);
        await TurnAsync(state, async turn => (await property.GetAsync(turn)).Apples++);
        await TurnAsync(state, async turn => Assert.Equal(2, (await property.GetAsync(turn)).Apples));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Nothing_is_written_when_nothing_changed(string storage)
    {
        var counting = Storage(storage);
        var state = new ConversationState(counting);
        var property = state.CreateProperty<Basket>("basket");
        await TurnAsync(state, async turn => (await property.GetAsync(turn, () => new Basket())).Apples = 1);
        var written = counting.Written.Count;
        await TurnAsync(state, async turn => Assert.Equal(1, (await property.GetAsync(turn)).Apples));
        await TurnAsync(state, _ => Task.CompletedTask);
        Assert.Equal(written, counting.Written.Count);
    }

    [Fact]
    public async Task A_forced_save_writes_although_nothing_changed()
    {
        var state = new ConversationState(_storage);
        var turn = _adapter.Turn();
        await state.LoadAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Empty(_storage.Written);
        await state.SaveChangesAsync(turn, force: true);
        Assert.Single(_storage.Written);
    }

    [Fact]
    public async Task A_second_save_writes_only_what_changed_since_the_first()
    {
        var state = new ConversationState(_storage);
        var turn = _adapter.Turn();
        var basket = await state.CreateProperty<Basket>("basket").GetAsync(turn, () => new Basket());
        await state.SaveChangesAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Single(_storage.Written);
        basket.Apples = 5;
        await state.SaveChangesAsync(turn);
        Assert.Equal(2, _storage.Written.Count);
    }

    [Fact]
    public async Task A_state_that_was_not_loaded_is_not_saved()
    {
        await new ConversationState(_storage).SaveChangesAsync(_adapter.Turn());
        Assert.Empty(_storage.Written);
    }

    [Fact]
    public async Task A_property_that_nobody_asked_for_is_never_made_into_an_object()
    {
        var state = new ConversationState(_storage);
        await TurnAsync(state, turn => state.CreateProperty<Watched>("w").SetAsync(turn, new Watched()));
        Watched.Made = 0;
        await TurnAsync(state, turn => state.CreateProperty<string>("other").SetAsync(turn, "x"));
        Assert.Equal(0, Watched.Made);
        await TurnAsync(state, async turn => Assert.NotNull(await state.CreateProperty<Watched>("w").GetAsync(turn)));
        Assert.Equal(1, Watched.Made);
    }

    [Fact]
    public async Task A_missing_property_is_what_the_factory_makes_and_that_is_kept()
    {
        var state = new ConversationState(_storage);
        var turn = _adapter.Turn();
        Assert.Equal(7, await state.CreateProperty<int>("n").GetAsync(turn, () => 7));
        Assert.Equal(7, await state.CreateProperty<int>("n").GetAsync(turn, () => 8));
    }

    [Fact]
    public async Task A_missing_property_without_a_factory_is_the_default()
    {
        var state = new ConversationState(_storage);
        var turn = _adapter.Turn();
        Assert.Null(await state.CreateProperty<string>("s").GetAsync(turn));
        Assert.Equal(0, await state.CreateProperty<int>("n").GetAsync(turn));
        Assert.Empty(state.GetCachedState(turn).State);
    }

    [Fact]
    public async Task A_null_reads_as_default()
    {
        var state = new ConversationState(_storage);
        await TurnAsync(state, turn => state.CreateProperty<Basket>("b").SetAsync(turn, null));
        await TurnAsync(state, async turn => Assert.Null(await state.CreateProperty<Basket>("b").GetAsync(turn)));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Values_of_many_types_come_back(string storage)
    {
        var state = new ConversationState(Storage(storage));
        await TurnAsync(state, async turn =>
        {
            await state.CreateProperty<string>("text").SetAsync(turn, "t");
            await state.CreateProperty<int>("int").SetAsync(turn, 1);
            await state.CreateProperty<decimal>("decimal").SetAsync(turn, 1.5m);
            await state.CreateProperty<DateTimeOffset>("time").SetAsync(turn, DateTimeOffset.UnixEpoch);
            await state.CreateProperty<List<string>>("list").SetAsync(turn, ["a", "b"]);
            await state.CreateProperty<ConversationReference>("reference").SetAsync(turn, RecordingAdapter.Incoming().GetConversationReference());
        });
        await TurnAsync(state, async turn =>
        {
            Assert.Equal("t", await state.CreateProperty<string>("text").GetAsync(turn));
            Assert.Equal(1, await state.CreateProperty<int>("int").GetAsync(turn));
            Assert.Equal(1.5m, await state.CreateProperty<decimal>("decimal").GetAsync(turn));
            Assert.Equal(DateTimeOffset.UnixEpoch, await state.CreateProperty<DateTimeOffset>("time").GetAsync(turn));
            Assert.Equal(["a", "b"], await state.CreateProperty<List<string>>("list").GetAsync(turn));
            Assert.Equal("ada", (await state.CreateProperty<ConversationReference>("reference").GetAsync(turn)).User.Id);
        });
    }

    [Fact]
    public async Task A_deleted_property_is_gone()
    {
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<string>("p");
        await TurnAsync(state, turn => property.SetAsync(turn, "v"));
        await TurnAsync(state, turn => property.DeleteAsync(turn));
        await TurnAsync(state, async turn => Assert.Null(await property.GetAsync(turn)));
    }

    [Fact]
    public async Task A_cleared_state_is_saved_empty_even_when_nothing_was_stored()
    {
        var state = new ConversationState(_storage);
        await TurnAsync(state, turn => state.ClearStateAsync(turn));
        Assert.Single(_storage.Written);
        await TurnAsync(state, turn => state.CreateProperty<string>("p").SetAsync(turn, "v"));
        await TurnAsync(state, turn => state.ClearStateAsync(turn));
        await TurnAsync(state, async turn => Assert.Null(await state.CreateProperty<string>("p").GetAsync(turn)));
    }

    [Fact]
    public async Task Deleting_removes_what_is_stored_and_what_the_turn_holds()
    {
        var state = new ConversationState(_storage);
        await TurnAsync(state, turn => state.CreateProperty<string>("p").SetAsync(turn, "v"));
        var turn = _adapter.Turn();
        await state.LoadAsync(turn);
        await state.DeleteAsync(turn);
        Assert.Null(state.GetCachedState(turn));
        Assert.Empty(await _storage.ReadAsync(["test/conversations/c1"], default));
    }

    [Fact]
    public void A_property_needs_a_name() => Assert.Throws<ArgumentNullException>(() => new ConversationState(_storage).CreateProperty<string>(" "));

    [Theory, MemberData(nameof(Storages))]
    public async Task Two_turns_at_once_overwrite_each_other_by_default(string storage)
    {
        var state = new ConversationState(Storage(storage));
        var (first, second) = await TwoTurnsAsync(state);
        await state.SaveChangesAsync(first);
        await state.SaveChangesAsync(second);
        await TurnAsync(state, async turn => Assert.Equal("second", await state.CreateProperty<string>("p").GetAsync(turn)));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("plain")]
    public async Task The_later_of_two_turns_at_once_fails_when_lost_updates_are_refused(string storage)
    {
        var state = new ConversationState(Storage(storage)).RefuseLostUpdates();
        await TurnAsync(state, turn => state.CreateProperty<string>("p").SetAsync(turn, "before"));
        var (first, second) = await TwoTurnsAsync(state);
        await state.SaveChangesAsync(first);
        await Assert.ThrowsAsync<ETagConflictException>(() => state.SaveChangesAsync(second));

        // Loaded again, the turn can be run once more.
        await state.LoadAsync(second, force: true);
        Assert.Equal("first", await state.CreateProperty<string>("p").GetAsync(second));
        await state.CreateProperty<string>("p").SetAsync(second, "second");
        await state.SaveChangesAsync(second);
        await TurnAsync(state, async turn => Assert.Equal("second", await state.CreateProperty<string>("p").GetAsync(turn)));
    }

    [Fact]
    public async Task Two_first_turns_at_once_are_told_apart_when_lost_updates_are_refused()
    {
        var state = new ConversationState(_storage).RefuseLostUpdates();
        var (first, second) = await TwoTurnsAsync(state);
        await state.SaveChangesAsync(first);
        await Assert.ThrowsAsync<ETagConflictException>(() => state.SaveChangesAsync(second));
    }

    [Fact]
    public async Task A_turn_may_save_twice_when_lost_updates_are_refused()
    {
        var state = new ConversationState(_storage).RefuseLostUpdates();
        var turn = _adapter.Turn();
        await state.CreateProperty<string>("p").SetAsync(turn, "1");
        await state.SaveChangesAsync(turn);
        await state.CreateProperty<string>("p").SetAsync(turn, "2");
        await state.SaveChangesAsync(turn);
        Assert.Equal(2, _storage.Written.Count);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("plain")]
    public async Task A_state_can_be_cleared_unseen_although_lost_updates_are_refused(string storage)
    {
        var state = new ConversationState(Storage(storage)).RefuseLostUpdates();
        await TurnAsync(state, turn => state.CreateProperty<string>("p").SetAsync(turn, "v"));
        await TurnAsync(state, turn => state.ClearStateAsync(turn));
        await TurnAsync(state, async turn => Assert.Null(await state.CreateProperty<string>("p").GetAsync(turn)));
    }

    [Fact]
    public async Task A_set_of_states_loads_and_saves_all()
    {
        var user = new UserState(_storage);
        var conversation = new ConversationState(_storage);
        var set = new BotStateSet(user).Add(conversation);
        var turn = _adapter.Turn();
        await set.LoadAllAsync(turn);
        await user.CreateProperty<string>("p").SetAsync(turn, "u");
        await conversation.CreateProperty<string>("p").SetAsync(turn, "c");
        await set.SaveAllChangesAsync(turn);
        Assert.Equal(["test/conversations/c1", "test/users/ada"], _storage.Written.Order());
    }

    [Fact]
    public async Task States_are_saved_after_the_turn_but_not_after_an_exception()
    {
        var state = new ConversationState(_storage);
        _adapter.Use(new AutoSaveStateMiddleware(state));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(RecordingAdapter.Incoming(), async (turn, ct) =>
        {
            await state.CreateProperty<string>("p").SetAsync(turn, "v", ct);
            throw new InvalidOperationException();
        }));
        Assert.Empty(_storage.Written);

        await _adapter.RunAsync(RecordingAdapter.Incoming(), (turn, ct) => state.CreateProperty<string>("p").SetAsync(turn, "v", ct));
        Assert.Single(_storage.Written);
    }

    private static BotState Scope(string scope, IStorage storage) => scope switch
    {
        "conversation" => new ConversationState(storage),
        "user" => new UserState(storage),
        _ => new PrivateConversationState(storage),
    };

    private static CountingStorage Storage(string kind) => kind switch
    {
        "json" => new JsonStorage(),
        "plain" => new CountingStorage(),
        _ => new LiveStorage(),
    };

    private async Task TurnAsync(ConversationState state, Func<ITurnContext, Task> body)
    {
        using var turn = _adapter.Turn();
        await body(turn);
        await state.SaveChangesAsync(turn);
    }

    private async Task<(ITurnContext First, ITurnContext Second)> TwoTurnsAsync(ConversationState state)
    {
        var (first, second) = (_adapter.Turn(), _adapter.Turn());
        await state.CreateProperty<string>("p").SetAsync(first, "first");
        await state.CreateProperty<string>("p").SetAsync(second, "second");
        return (first, second);
    }

    private sealed class Basket
    {
        public int Apples { get; set; }
    }

    private sealed class Watched
    {
        public Watched() => Made++;

        public static int Made { get; set; }
    }
}
