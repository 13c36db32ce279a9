namespace SupportBot.Cards;

/// <summary>What a card can ask the bot to do: the verbs of its Action.Execute and the members of their data.</summary>
public static class CardVerbs
{
    /// <summary>The person takes the alert.</summary>
    public const string Acknowledge = "case.acknowledge";

    /// <summary>The person wants to see the case, where there is no page to open.</summary>
    public const string Open = "case.open";

    /// <summary>Data member with the case number.</summary>
    public const string CaseMember = "case";

    /// <summary>Data member with the action token, which alone decides what may be done; the number is only for the log.</summary>
    public const string TokenMember = "token";
}
