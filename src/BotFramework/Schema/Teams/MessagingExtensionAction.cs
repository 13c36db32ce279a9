namespace Microsoft.Bot.Schema.Teams;

/// <summary>Value of a <c>composeExtension/submitAction</c> or <c>composeExtension/fetchTask</c> invoke.</summary>
public class MessagingExtensionAction : TaskModuleRequest
{
    public MessagingExtensionAction()
    {
    }

    public MessagingExtensionAction(
        object data = null,
        TaskModuleRequestContext context = null,
        string commandId = null,
        string commandContext = null,
        string botMessagePreviewAction = null,
        IList<Activity> botActivityPreview = null,
        MessageActionsPayload messagePayload = null)
        : base(data, context)
    {
        CommandId = commandId;
        CommandContext = commandContext;
        BotMessagePreviewAction = botMessagePreviewAction;
        BotActivityPreview = botActivityPreview;
        MessagePayload = messagePayload;
    }

    public string CommandId { get; set; }

    /// <summary>Where the action was called: message, compose or commandbox.</summary>
    public string CommandContext { get; set; }

    /// <summary>What the person did with a preview: edit or send; none when there was no preview.</summary>
    public string BotMessagePreviewAction { get; set; }

    public IList<Activity> BotActivityPreview { get; set; }

    /// <summary>The message on which the action was called.</summary>
    public MessageActionsPayload MessagePayload { get; set; }

    public string State { get; set; }
}
