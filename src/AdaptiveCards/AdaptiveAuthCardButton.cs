namespace AdaptiveCards;

/// <summary>A sign-in button. <see cref="Type"/> (<c>signin</c>) and <see cref="Value"/> are needed by the schema.</summary>
public class AdaptiveAuthCardButton
{
    public string Type { get; set; }

    public string Title { get; set; }

    public string Image { get; set; }

    public string Value { get; set; }
}
