using System.Globalization;
using SupportBot.Cards;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Which entries of the resource directory somebody must call and check, and who answers for them.</summary>
public sealed class VerifyBoard(District district, TimeProvider clock)
{
    /// <summary>Nobody ever verified them, or it is too long ago; those without any day first, then the oldest.</summary>
    public IReadOnlyList<Resource> Now => district.Resources.DueForReview(clock.GetUtcNow());

    public string OwnerTitle => district.Role(district.Resources.Owner)?.Title ?? district.Resources.Owner;

    public bool Answers(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(district.Resources.Owner) || person.Holds(ReviewBoard.DistrictLead);
    }

    /// <summary>What people who ask for help see of such an entry meanwhile.</summary>
    public string Meanwhile(Resource resource) => ResourceShelf.AsShown(resource, clock.GetUtcNow()) switch
    {
        null => "Hidden",
        { CallToConfirm: true } => "Shown with \u201Ccall to confirm\u201D",
        _ => "Shown: this number is never hidden",
    };

    public string Sentence(IReadOnlyList<Resource> due, ICardWords words)
    {
        ArgumentNullException.ThrowIfNull(due);
        var now = clock.GetUtcNow();
        var hidden = due.Count(r => ResourceShelf.AsShown(r, now) is null);
        var count = words.Say(due.Count == 1 ? "news.verify-one" : "news.verify", ("count", due.Count.ToString(CultureInfo.InvariantCulture)));
        return hidden == 0 ? $"{count}." : $"{count}; {words.Say("news.hidden", ("count", hidden.ToString(CultureInfo.InvariantCulture)))}.";
    }
}
