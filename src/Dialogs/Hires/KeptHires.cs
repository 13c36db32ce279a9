namespace SupportBot.Dialogs;

/// <summary>A list of hires that was shown and not imported yet. One a conversation, and only for a while; sealed with it.</summary>
/// <param name="Mark">Of the preview that was shown.</param>
/// <param name="Token">Of the card that shows it: no other button imports it.</param>
/// <param name="Until">UTC.</param>
internal sealed record KeptHires(string Text, string Mark, string Token, DateTimeOffset Until)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public override string ToString() => "•••";
}
