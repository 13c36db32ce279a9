namespace Microsoft.Bot.Schema.Teams;

/// <summary>Opens a dialog or changes what it shows.</summary>
public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    public TaskModuleContinueResponse()
        : base("continue")
    {
    }

    public TaskModuleContinueResponse(TaskModuleTaskInfo value = null)
        : this()
    {
        Value = value;
    }

    public TaskModuleTaskInfo Value { get; set; }
}
