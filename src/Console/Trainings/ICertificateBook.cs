using SupportBot.Cases;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Courses that were completed, by the serial number of their certificate and by the day on which they stop counting. Implemented by storage.</summary>
public interface ICertificateBook
{
    /// <param name="serial">As <see cref="CertificateSerial.Read"/> gives it.</param>
    /// <returns>Null where no certificate has that number. One that was taken back is found, and says so.</returns>
    Task<Completion?> FindAsync(string serial, CancellationToken cancel);

    /// <summary>Takes a certificate back: the course counts no more.</summary>
    /// <returns>False where there is none, and where it was taken back before.</returns>
    Task<bool> RevokeAsync(string serial, AuditEntry audit, CancellationToken cancel);

    /// <summary>Completions whose last day lies within these days, both included, and that were not taken back; by person, then by day.</summary>
    Task<IReadOnlyList<Completion>> EndingAsync(DateOnly from, DateOnly to, CancellationToken cancel);
}

/// <summary>The secret of a session's check-in code. Implemented by storage, which derives it from the server's key: it lies nowhere.</summary>
public interface ICheckInSecrets
{
    /// <returns>32 bytes, the same for the same session on every machine of this server.</returns>
    byte[] Of(Guid sessionId);
}
