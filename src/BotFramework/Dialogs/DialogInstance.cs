using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One dialog on a stack: which, and what it keeps between turns.</summary>
[JsonConverter(typeof(DialogInstanceConverter))]
public class DialogInstance
{
    /// <summary>Id of the dialog in its <see cref="DialogSet"/>.</summary>
    public string Id { get; set; }

    /// <summary>
    /// What the dialog keeps. Texts, whole numbers (as <see cref="long"/>), fractions (as <see cref="double"/>),
    /// truth values, lists and objects of the application's own types survive a storage; keep it small.
    /// </summary>
    public IDictionary<string, object> State { get; set; }

    public int? StackIndex { get; set; }

    /// <summary>Version of the dialog when it last ran; set for containers only.</summary>
    public string Version { get; set; }
}
