using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

/// <summary>Who a message mentions.</summary>
public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions())
            if (mention.Mentioned?.Id == id)
                return true;
        return false;
    }

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient?.Id);

    /// <summary>Takes the mention of the bot itself out of the text; changes the activity and returns its new text.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient?.Id);

    /// <summary>Takes every mention of <paramref name="id"/> out of the text; changes the activity and returns its new text.</summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions())
        {
            if (mention.Mentioned?.Id != id || activity.Text is null)
                continue;
            activity.Text = mention.Text is null
                ? WithoutTag(activity.Text, mention.Mentioned.Name)
                : activity.Text.Replace(mention.Text, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }

    private static string WithoutTag(string text, string name) =>
        name is null ? text : Regex.Replace(text, $"<at>{Regex.Escape(name)}</at>", string.Empty, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Trim();
}
