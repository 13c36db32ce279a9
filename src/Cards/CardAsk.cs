using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>What every card that asks something has: its language, and what must come back with each of its actions.</summary>
/// <param name="Language">BCP 47, such as <c>es</c> or <c>es-MX</c>.</param>
/// <param name="Data">
/// Goes whole into the data of each action: seal, step, and so on. Names of letters, digits, hyphens and underscores; values
/// of base64url characters and <c>. ~ @ :</c>; 1000 characters together, so that no sentence and no bulk gets in.
/// </param>
/// <exception cref="ArgumentException">A value is of no such form.</exception>
public sealed record CardAsk(string Language, IReadOnlyDictionary<string, string> Data)
{
    private const int MostData = 1000;

    private static readonly Dictionary<string, string> Nothing = [];

    public string Language { get; init => field = SafeForm.Language(value); } = SafeForm.Language(Language);

    public IReadOnlyDictionary<string, string> Data { get; init => field = SafeForm.Data(value, MostData); } = SafeForm.Data(Data, MostData);

    /// <summary>True for a card in a window of its own, where clients know Action.Submit alone.</summary>
    public bool InWindow { get; init; }

    /// <summary>A card without anything to bring back but what its buttons say.</summary>
    internal static CardAsk In(string language) => new(language, Nothing);

    /// <summary>A card in this language, said in one sentence of content where it is not drawn.</summary>
    internal AdaptiveCard NewCard(string said)
    {
        var plain = PlainText.Unmarked(said);
        var primary = Language.Split('-')[0].ToLowerInvariant();
        return new("1.5")
        {
            FallbackText = plain,
            Speak = plain,
            Lang = primary,
            Rtl = primary is "ar" or "he" or "fa" or "ur" ? true : null,
        };
    }

    /// <summary>Sends the card's inputs.</summary>
    internal AdaptiveAction Send(string title, IReadOnlyDictionary<string, string>? more = null) => Action(title, more ?? Nothing, AdaptiveAssociatedInputs.Auto);

    /// <summary>Sends nothing but its own data, whatever stands in the inputs: an empty one is no fault.</summary>
    internal AdaptiveAction Press(CardButton button) => Action(button.Title, button.Data, AdaptiveAssociatedInputs.None);

    internal AdaptiveAction Press(CardChoice choice) => Press(new CardButton(choice.Label, choice.Data ?? new Dictionary<string, string> { [CardVerbs.ChoiceMember] = choice.Id }));

    private AdaptiveAction Action(string title, IReadOnlyDictionary<string, string> more, AdaptiveAssociatedInputs inputs)
    {
        var plain = PlainText.Unmarked(title);
        var data = new Dictionary<string, object>();
        foreach (var (name, value) in Data.Concat(more))
            data[name] = value;
        if (InWindow) data[CardVerbs.WindowMember] = "1";
        var submit = new AdaptiveSubmitAction
        {
            Title = plain,
            Data = new Dictionary<string, object>(data) { [CardVerbs.VerbMember] = CardVerbs.Answer },
            AssociatedInputs = inputs,
        };
        return InWindow ? submit : new AdaptiveExecuteAction { Title = plain, Verb = CardVerbs.Answer, Data = data, AssociatedInputs = inputs, Fallback = new(submit) };
    }

    /// <summary>Opens a window of its own; the client then asks for its card with the same data.</summary>
    internal AdaptiveSubmitAction OpenWindow(string title)
    {
        var data = Data.ToDictionary(d => d.Key, d => (object)d.Value);
        data[CardVerbs.VerbMember] = CardVerbs.Answer;
        data["msteams"] = new Dictionary<string, object> { ["type"] = "task/fetch" };
        return new() { Title = PlainText.Unmarked(title), Data = data, AssociatedInputs = AdaptiveAssociatedInputs.None };
    }
}

/// <summary>One thing to choose.</summary>
/// <param name="Id">Comes back as <c>c</c>, or in <c>f.answer</c> where the choices are a list.</param>
/// <param name="Label">From content.</param>
/// <param name="Data">Comes back in place of the id where the choice is a button; at most 200 characters.</param>
/// <exception cref="ArgumentException">The id or the data is of no safe form.</exception>
public sealed record CardChoice(string Id, string Label, IReadOnlyDictionary<string, string>? Data = null)
{
    public string Id { get; init => field = SafeForm.Id(value); } = SafeForm.Id(Id);

    public IReadOnlyDictionary<string, string>? Data { get; init => field = value is null ? null : SafeForm.Data(value, CardButton.MostData); } = Data is null ? null : SafeForm.Data(Data, CardButton.MostData);
}

/// <summary>A way to go on without answering: back, skip, stop, or an entry of a menu.</summary>
/// <param name="Title">From content.</param>
/// <param name="Data">Comes back beside the card's own data; at most 200 characters.</param>
/// <exception cref="ArgumentException">The data is of no safe form.</exception>
public sealed record CardButton(string Title, IReadOnlyDictionary<string, string> Data)
{
    internal const int MostData = 200;

    public IReadOnlyDictionary<string, string> Data { get; init => field = SafeForm.Data(value, MostData); } = SafeForm.Data(Data, MostData);
}
