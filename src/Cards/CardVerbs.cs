namespace SupportBot.Cards;

/// <summary>What a card can ask the bot to do: the verbs of its Action.Execute and the members of their data.</summary>
public static class CardVerbs
{
    /// <summary>The person takes the alert.</summary>
    public const string Acknowledge = "case.acknowledge";

    /// <summary>The person wants to see the case, where there is no page to open.</summary>
    public const string Open = "case.open";

    /// <summary>A client asks for the card as it is now, by itself.</summary>
    public const string Refresh = "case.refresh";

    /// <summary>The person joins somebody who waits in the anonymous web chat.</summary>
    public const string Join = "case.join";

    /// <summary>The person goes on with steps that somebody handed over.</summary>
    public const string GoOn = "case.go-on";

    /// <summary>The person leaves that chat.</summary>
    public const string Leave = "case.leave";

    /// <summary>The person answers, or goes another way (back, skip, stop, menu): the data says which.</summary>
    public const string Answer = "protocol.answer";

    /// <summary>Data member with the case number.</summary>
    public const string CaseMember = "case";

    /// <summary>Data member with the action token, which alone decides what may be done; the number is only for the log.</summary>
    public const string TokenMember = "token";

    /// <summary>Data member with the verb where a client knows no Action.Execute and sends an Action.Submit instead.</summary>
    public const string VerbMember = "verb";

    /// <summary>Data member with the id of the choice pressed, where choices are buttons.</summary>
    public const string ChoiceMember = "c";

    /// <summary>Data member that proves that a question's card is ours and says for which chat it was made.</summary>
    public const string SealMember = "s";

    /// <summary>Data member of what is sent from a window of its own.</summary>
    public const string WindowMember = "w";

    /// <summary>Data member with names of fields, joined by <c>~</c>, whose earlier value had no room on the card: nothing sent for one means that it stays.</summary>
    public const string KeptMember = "kept";

    /// <summary>What stands before a field's name in the id of its input.</summary>
    public const string FieldPrefix = "f.";

    /// <summary>Input of a question that is no button: ids of choices, several joined by commas.</summary>
    public const string AnswerInput = "f.answer";

    /// <summary>Input with the reason why a step is not possible.</summary>
    public const string ReasonInput = "f.reason";
}
