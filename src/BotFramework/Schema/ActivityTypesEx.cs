namespace Microsoft.Bot.Schema;

/// <summary>Activity types between a bot and its adapter; they are not sent to a channel.</summary>
public static class ActivityTypesEx
{
    /// <summary>Waits <see cref="Activity.Value"/> milliseconds before what follows is sent.</summary>
    public const string Delay = "delay";

    /// <summary>Carries the answer to an invoke in <see cref="Activity.Value"/>.</summary>
    public const string InvokeResponse = "invokeResponse";
}
