using System.Globalization;
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

    public string Sentence(IReadOnlyList<Resource> due)
    {
        ArgumentNullException.ThrowIfNull(due);
        var now = clock.GetUtcNow();
        var hidden = due.Count(r => ResourceShelf.AsShown(r, now) is null);
        var are = due.Count == 1 ? "1 entry of the resource directory is" : string.Create(CultureInfo.InvariantCulture, $"{due.Count} entries of the resource directory are");
        return hidden == 0 ? $"{are} to be verified." : string.Create(CultureInfo.InvariantCulture, $"{are} to be verified; {hidden} of them stay hidden until then.");
    }
}
