namespace SupportBot.Directory;

/// <summary>
/// A place for wording that only its owner may license, such as the items of a screening form. The built-in content never fills one: a district that
/// holds the right puts its text there.
/// </summary>
/// <param name="Owner">Role that fills it.</param>
/// <param name="Text">Empty until the district has filled it.</param>
/// <param name="UntilThen">Says which official form to take meanwhile.</param>
public sealed record Slot(string Id, string Title, string Owner, string Text, string UntilThen)
{
    public bool IsFilled => Text.Length > 0;

    /// <summary>What stands beside the form: the district's text, or which form to take.</summary>
    public string Shown => IsFilled ? Text : UntilThen;
}
