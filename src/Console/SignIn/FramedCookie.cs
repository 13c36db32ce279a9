using Microsoft.AspNetCore.Http;

namespace SupportBot.Console;

/// <summary>A cookie that is strict, except in the frame of Teams: see <see cref="TeamsFrame"/>.</summary>
internal sealed class FramedCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom) => TeamsFrame.Fit(context, base.Build(context, expiresFrom));
}
