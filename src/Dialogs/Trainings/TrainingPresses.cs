namespace SupportBot.Dialogs;

/// <summary>What the buttons on a card of trainings carry, for whoever makes such a card outside of a turn.</summary>
public static class TrainingPresses
{
    /// <param name="seal">What proves that the card is ours and for that chat; null where the channel makes none.</param>
    /// <returns>What every button of one card carries. Its token lets a button that changes something work once.</returns>
    public static IReadOnlyDictionary<string, string> Data(string? seal)
    {
        var data = new Dictionary<string, string> { ["sb"] = "1", ["t"] = Guid.NewGuid().ToString("N"), ["f"] = TrainingDialog.Field };
        if (seal is not null) data[Cards.CardVerbs.SealMember] = seal;
        return data;
    }

    /// <summary>Takes the seat that is held.</summary>
    public static IReadOnlyDictionary<string, string> Accept(Guid sessionId) => To($"{TrainingPages.Accept}~{sessionId:N}");

    /// <summary>Lets it go.</summary>
    public static IReadOnlyDictionary<string, string> Decline(Guid sessionId) => To($"{TrainingPages.Decline}~{sessionId:N}");

    internal static Dictionary<string, string> To(string choice) => new() { [Cards.CardVerbs.ChoiceMember] = choice };
}
