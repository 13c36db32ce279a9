using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupportBot.Console;

/// <summary>Says in the log, at the start, how staff sign in.</summary>
internal sealed class SignInAnnouncement(ConsoleOptions options, IHostEnvironment environment, ILogger<SignInAnnouncement> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.HowStaffSignIn(log, options.Entra is { } entra ? $"through Microsoft Entra, tenant {entra.TenantId:D}"
            : environment.IsDevelopment() ? "as demo people, from this machine only: Console:Entra is not configured"
            : "not at all: Console:Entra is not configured");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
