using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What the district offers its staff.</summary>
/// <param name="Catalogue">Null where it has no trainings: then nobody is shown anything of them.</param>
public sealed record TrainingOffer(Catalogue? Catalogue);
