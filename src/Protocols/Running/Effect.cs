using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>What the walk wants done, in order. Texts are in the protocol's base language; <see cref="ProtocolLanguage"/> puts others over them.</summary>
/// <param name="StepId">the step that wants it</param>
/// <param name="Protocol">the protocol of that step</param>
public abstract record Effect(ProtocolKey Protocol, string StepId);

/// <summary>Tell the person, with help where a resource is named.</summary>
public sealed record Say(ProtocolKey Protocol, string StepId, string Text, ResourceReference? Resource) : Effect(Protocol, StepId);

/// <summary>Put a question.</summary>
public sealed record Ask(ProtocolKey Protocol, Question Question) : Effect(Protocol, Question.StepId);

/// <summary>Open the case, or raise it, and start an alert.</summary>
/// <param name="Acknowledge">time the role has</param>
/// <param name="Ladder">who is told next</param>
public sealed record RaiseCase(
    ProtocolKey Protocol, string StepId, string Role, Severity Severity, string Card, Span Acknowledge, IReadOnlyList<LadderRung> Ladder, Release Release)
    : Effect(Protocol, StepId);

/// <summary>Ask a person of the role into the chat, and open a case if there is none.</summary>
/// <param name="Token">what <see cref="Joined"/> must carry</param>
/// <param name="Text">what the person in the chat reads meanwhile</param>
public sealed record Invite(ProtocolKey Protocol, string StepId, string Token, string Role, string Text) : Effect(Protocol, StepId);

/// <summary>Send <see cref="Silence"/> with the token when the time has passed. A later timer of the same token replaces an earlier one.</summary>
public sealed record StartTimer(ProtocolKey Protocol, string StepId, string Token, Span After) : Effect(Protocol, StepId);

/// <summary>Give a staff member a task; an <see cref="Ask"/> with the same token follows.</summary>
public sealed record GiveTask(ProtocolKey Protocol, string StepId, string Token, string Text, string Role, Span Due, bool TwoPerson) : Effect(Protocol, StepId);

/// <summary>Send <see cref="WokeUp"/> with the token when the time has passed.</summary>
public sealed record Sleep(ProtocolKey Protocol, string StepId, string Token, Span For) : Effect(Protocol, StepId);

/// <summary>Add these choices of a survey up, and keep nothing else of the run.</summary>
/// <param name="SchoolId">where a school was chosen; empty otherwise</param>
/// <param name="Marks">question and choice; several of one question where several were picked</param>
public sealed record Tally(ProtocolKey Protocol, string StepId, string SchoolId, IReadOnlyList<(string Question, string Choice)> Marks) : Effect(Protocol, StepId);

/// <summary>The run is over.</summary>
public sealed record Finish(ProtocolKey Protocol, string StepId, string Outcome) : Effect(Protocol, StepId);
