namespace SupportBot.Graph;

/// <summary>The reading ends here: a part of it cannot be had, and the rest alone would be half of the truth.</summary>
internal sealed class NotReadException : Exception
{
    private NotReadException(string message, GraphFailure failure)
        : base(message) => Failure = failure;

    public GraphFailure Failure { get; }

    /// <param name="what">As a sentence begins: <c>The group ...</c>.</param>
    public static NotReadException Of(GraphFailure? failure, string what)
    {
        var known = failure ?? new GraphFailure(GraphFailureKind.Unreachable, "no-answer");
        return new NotReadException($"{what} cannot be read from Microsoft Entra ({known.Code}). {Cure(known.Kind)}", known);
    }

    private static string Cure(GraphFailureKind kind) => kind switch
    {
        GraphFailureKind.Forbidden => "Grant the app the permissions User.Read.All and GroupMember.Read.All.",
        GraphFailureKind.NotFound => "Correct its object id in Graph:Groups, or take it out.",
        GraphFailureKind.OurCredentials => "Ask IT to look at the app's registration and credential.",
        _ => "It is tried again.",
    };
}
