namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Writes on an exception where in the dialogs it was thrown.</summary>
internal static class DialogContextErrors
{
    private const string Key = nameof(DialogContext);

    /// <summary>The innermost context wins: what it wrote is left alone by those around it.</summary>
    public static void Describe(Exception error, DialogContext dc)
    {
        if (error.Data.Contains(Key))
            return;
        var ids = new string[dc.Stack.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = dc.Stack[i].Id;
        error.Data[Key] = new Dictionary<string, object>
        {
            [nameof(DialogContext.ActiveDialog)] = dc.ActiveDialog?.Id,
            [nameof(DialogContext.Parent)] = dc.Parent?.ActiveDialog?.Id,
            [nameof(DialogContext.Stack)] = ids,
            ["State"] = dc.ActiveDialog?.State is { } state ? new Dictionary<string, object>(state) : new Dictionary<string, object>(),
        };
    }
}
