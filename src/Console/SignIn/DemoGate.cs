using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace SupportBot.Console;

/// <summary>Decides whether somebody may sign in as a demo person: in Development, and from this very machine.</summary>
internal static class DemoGate
{
    // A proxy on the same machine would make the whole world look like loopback.
    private static readonly string[] Forwarding = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Real-IP"];

    public static bool IsOpen(HttpContext context, IHostEnvironment environment) =>
        environment.IsDevelopment()
        && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);
}
