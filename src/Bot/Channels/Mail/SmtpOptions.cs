using System.Net.Mail;

namespace SupportBot.Bot.Channels.Mail;

/// <summary>The district's own mail server, for invitations where Graph sends no mail: section <c>Smtp</c>. Off while no host is given.</summary>
public sealed record SmtpOptions
{
    public const string Section = "Smtp";

    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>Address that mail comes from.</summary>
    public string From { get; init; } = "";

    /// <summary>Null where the server knows this machine.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary><c>starttls</c> (default), <c>tls</c> from the first byte, or <c>none</c>, which is for a server on this machine alone.</summary>
    public string Security { get; init; } = "starttls";

    /// <summary>Longest wait for one mail.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    private bool IsLocal => Host is "localhost" or "127.0.0.1" or "::1";

    /// <summary>What is wrong, in one sentence; null where nothing is.</summary>
    public string? Fault() => !IsOn ? null
        : !MailAddress.TryCreate(From, out var from) || from.Address != From ? "Smtp:From is no mail address: give the address that invitations come from, such as trainings@district.example."
        : Port is < 1 or > 65535 ? "Smtp:Port is not between 1 and 65535."
        : Security is not ("starttls" or "tls" or "none") ? "Smtp:Security is none of starttls, tls, none."
        : Security == "none" && !IsLocal ? "Smtp:Security is none, and the server is another machine: mail would cross the network for everybody to read. Set starttls or tls."
        : User is not null && string.IsNullOrEmpty(Password) ? "Smtp:User is set, and Smtp:Password is empty."
        : Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(1) ? "Smtp:Timeout is not between nothing and one minute."
        : null;

    // A password in a log line would be a password no more.
    public override string ToString() => $"{Host}:{Port}";
}
