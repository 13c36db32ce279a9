using System.Text.Json;
using SupportBot.Wire;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The JSON options of stored dialog state: those of the wire, so that an activity in it keeps its form.</summary>
internal static class DialogJson
{
    public static JsonSerializerOptions Options => ActivityJson.Options;
}
