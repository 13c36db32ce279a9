namespace Microsoft.Bot.Schema.Teams;

/// <summary>Closes the dialog of a tab and shows the tab anew.</summary>
public class TaskModuleCardResponse : TaskModuleResponseBase
{
    public TaskModuleCardResponse()
        : base("continue")
    {
    }

    public TaskModuleCardResponse(TabResponse value)
        : this()
    {
        Value = value;
    }

    public TabResponse Value { get; set; }
}
