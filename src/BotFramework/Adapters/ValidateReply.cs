using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Holds a reply against the one that was expected; throws when they differ.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);
