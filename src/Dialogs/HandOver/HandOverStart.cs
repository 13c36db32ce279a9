namespace SupportBot.Dialogs;

/// <summary>What begins a hand-over in a conversation.</summary>
/// <param name="Role">Role that was called.</param>
internal sealed record HandOverStart(Guid CaseId, string PersonId, string Role);

/// <summary>That a hand-over is over: the protocol underneath goes on as joined.</summary>
internal sealed record HandOverOver(string PersonId);
