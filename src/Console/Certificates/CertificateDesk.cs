using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What a serial number stands for today.</summary>
/// <param name="Course">Null where the course is offered no more.</param>
/// <param name="Counts">It was not taken back, and its time is not over.</param>
public sealed record FoundCertificate(Completion Completion, Course? Course, bool Counts);

/// <summary>Certificates: found by their serial number, made as a file, taken back.</summary>
public sealed class CertificateDesk(ICertificateBook book, TrainingOffer offer, District district, TimeProvider clock)
{
    /// <summary>The page that verifies a serial number, for everybody.</summary>
    public const string VerifyPath = "/console/training/certificate";

    /// <summary>True for those who may take a certificate back, and are shown anybody's.</summary>
    public static bool MayTakeBack(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(TrainingSight.HumanResources) || person.Holds(TrainingSight.Lead);
    }

    /// <param name="typed">However it was typed.</param>
    public async Task<FoundCertificate?> FindAsync(string typed, CancellationToken cancel)
    {
        if (CertificateSerial.Read(typed) is not { } serial || await book.FindAsync(serial, cancel) is not { } completion) return null;
        return new FoundCertificate(completion, offer.Catalogue?.Course(completion.CourseId), completion.CountsOn(district.CalendarOf(null).Today(clock.GetUtcNow())));
    }

    /// <param name="origin">Where this server is reached.</param>
    /// <returns>Null where it was taken back, where the course is offered no more, and where its holder has left.</returns>
    public byte[]? FileOf(FoundCertificate found, Uri origin)
    {
        ArgumentNullException.ThrowIfNull(found);
        var (done, course) = (found.Completion, found.Course);
        if (done.Revoked || course is null || done.Serial is null || district.Person(done.PersonId) is not { } holder) return null;
        // PDU are Oregon's; California shows hours.
        var inOregon = holder.Posts.Select(p => p.SchoolId).DefaultIfEmpty().Any(s => district.JurisdictionOf(s) == "OR");
        return CertificateFile.Of(new Certificate(
            district.PublicName, holder.Name, course.TitleIn("en"), course.Code, course.Minutes, inOregon ? course.Pdu : 0, done.On, done.Until == DateOnly.MaxValue ? null : done.Until, done.Serial,
            new Uri(origin, $"{VerifyPath}?serial={done.Serial}")));
    }

    public Task<bool> TakeBackAsync(Person by, FoundCertificate found, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(found);
        var serial = found.Completion.Serial!;
        return book.RevokeAsync(serial, new AuditEntry(Guid.Empty, Actor.Staff(by.Id), AuditAction.CertificateTakenBack, $"{found.Completion.PersonId}:{found.Completion.CourseId}", clock.GetUtcNow()), cancel);
    }
}
