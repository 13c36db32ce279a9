using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>What happens in a hand-over from outside the student's tab. It runs as a turn of the student's conversation, like everything else there.</summary>
public abstract record HandOverTurn
{
    private HandOverTurn() { }

    /// <summary>What makes a repeat recognisable, unique within the conversation.</summary>
    internal abstract string DedupeKey { get; }

    /// <summary>The person who joined says something.</summary>
    /// <param name="Key">The same for every repeat of the same line.</param>
    public sealed record Says(string PersonId, PersonText Text, string Key) : HandOverTurn
    {
        /// <summary>True where the channel may deliver a line once more with another key (trust F3): it is then known by its text.</summary>
        public bool MayComeAgain { get; init; }

        internal override string DedupeKey => $"says|{PersonId}|{Key}";
    }

    /// <summary>The person who joined leaves.</summary>
    public sealed record Leaves(string PersonId) : HandOverTurn
    {
        internal override string DedupeKey => $"leaves|{PersonId}";
    }

    /// <summary>The student's tab is gone by its own act: quick exit, or the tab's idle time.</summary>
    public sealed record TabGone : HandOverTurn
    {
        internal override string DedupeKey => "gone";
    }
}
