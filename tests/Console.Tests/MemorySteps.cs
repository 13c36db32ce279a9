using SupportBot.Protocols;

namespace SupportBot.Console.Tests;

/// <summary>What a host would say of one run; keeps what it was sent.</summary>
internal sealed class MemorySteps : IStaffSteps
{
    public List<StepsInput> Sent { get; } = [];

    public List<string> Keys { get; } = [];

    /// <summary>Null while the database does not answer.</summary>
    public StepsNow? Now { get; set; } = new(1, "en", []);

    public StepsTurn Next { get; set; } = new(StepsOutcome.Done, 1, []);

    public StepsHome Home { get; set; } = new([], null, [new StepsOffer("suicide-protocol", "Staff steps", "en")], 1);

    /// <summary>A question with a field of every kind.</summary>
    public static Question EveryKind { get; } = new()
    {
        Protocol = new ProtocolKey("any", 1), StepId = "all", Token = "run-t1", Verb = "form", Text = "All at once.",
        Fields =
        [
            new Field { Name = "text", Type = FieldType.Text, Label = "Words", Required = true, Max = 200 },
            new Field { Name = "one", Type = FieldType.Choice, Label = "One", Choices = [new("a", "First"), new("b", "Second")], Help = "Pick one." },
            new Field { Name = "some", Type = FieldType.Choices, Label = "Some", Required = true, Choices = [new("a", "First"), new("b", "Second")] },
            new Field { Name = "day", Type = FieldType.Date, Label = "Day" },
            new Field { Name = "school", Type = FieldType.School, Label = "School" },
            new Field { Name = "people", Type = FieldType.People, Label = "People" },
            new Field { Name = "pictures", Type = FieldType.Pictures, Label = "Pictures" },
            new Field { Name = "number", Type = FieldType.Number, Label = "Number" },
        ],
    };

    public Task<StepsHome> HomeAsync(string personId, CancellationToken cancel) => Task.FromResult(Home);

    public Task<StepsNow?> LookAsync(string personId, int place, CancellationToken cancel) => Task.FromResult(Now);

    public Task<StepsTurn> BeginAsync(string personId, string protocolId, int place, string key, CancellationToken cancel) => Task.FromResult(Next);

    public Task<StepsTurn> GoOnAsync(string personId, string caseNumber, int place, string key, CancellationToken cancel) => Task.FromResult(Next);

    public Task<StepsTurn> FetchAsync(string personId, int place, string key, CancellationToken cancel) => Task.FromResult(Next);

    public Task<StepsTurn> AnswerAsync(string personId, int place, StepsInput input, string key, CancellationToken cancel)
    {
        Sent.Add(input);
        Keys.Add(key);
        return Task.FromResult(Next);
    }
}
