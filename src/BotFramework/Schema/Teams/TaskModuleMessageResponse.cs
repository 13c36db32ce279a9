namespace Microsoft.Bot.Schema.Teams;

/// <summary>Closes a dialog with a short message.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse()
        : base("message")
    {
    }

    public TaskModuleMessageResponse(string value = null)
        : this()
    {
        Value = value;
    }

    public string Value { get; set; }
}
