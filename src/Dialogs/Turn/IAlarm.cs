namespace SupportBot.Dialogs;

/// <summary>The plainest route to a person that works when a turn has failed. Must not throw and needs no database.</summary>
public interface IAlarm
{
    /// <summary>A turn failed after the person's words were lost with it: the duty counselor and the operator are told that, and nothing else.</summary>
    /// <param name="reference">Random id that stands in the log; never an id of a person or conversation.</param>
    void TurnFailed(string channel, string reference);
}
