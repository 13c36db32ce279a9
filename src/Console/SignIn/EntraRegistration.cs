using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The two ways in with an account of Microsoft Entra: the token that Teams hands to a tab, and the code flow of a browser.</summary>
internal static class EntraRegistration
{
    public const string TeamsScheme = "console.teams";
    public const string BrowserScheme = "console.entra";
    public const string CallbackPath = "/console/sign-in/entra";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public static void AddEntra(this AuthenticationBuilder ways, EntraSignIn entra)
    {
        void Identify(MicrosoftIdentityOptions identity)
        {
            (identity.Instance, identity.TenantId, identity.ClientId) = (entra.Instance.ToString(), entra.TenantId.ToString("D"), entra.ClientId.ToString("D"));
            identity.CallbackPath = CallbackPath;
            identity.SignedOutCallbackPath = "/console/sign-in/left";
            identity.RemoteSignOutPath = "/console/sign-in/leave";
        }

        ways.AddMicrosoftIdentityWebApi(_ => { }, Identify, TeamsScheme);
        ways.AddMicrosoftIdentityWebApp(Identify, null, BrowserScheme, cookieScheme: null);
        // Before the framework makes its source of metadata out of them, which it does ahead of what is set last.
        ways.Services.Configure<JwtBearerOptions>(TeamsScheme, bearer => (bearer.Authority, bearer.RequireHttpsMetadata) = (entra.Authority, entra.Instance.Scheme == "https"));
        ways.Services.Configure<OpenIdConnectOptions>(BrowserScheme, code => (code.Authority, code.RequireHttpsMetadata) = (entra.Authority, entra.Instance.Scheme == "https"));
        // After Microsoft.Identity.Web has had its say: it takes many issuers and audiences, a district takes one.
        ways.Services.AddOptions<JwtBearerOptions>(TeamsScheme).PostConfigure<TimeProvider>((bearer, clock) =>
        {
            bearer.MapInboundClaims = false;
            bearer.SaveToken = false;
            Narrow(bearer.TokenValidationParameters, entra, clock);
            bearer.TokenValidationParameters.ValidAudiences = [entra.ClientId.ToString("D"), .. entra.Audience is { } uri ? new[] { uri } : []];
        });
        ways.Services.AddOptions<OpenIdConnectOptions>(BrowserScheme).PostConfigure<TimeProvider>((code, clock) =>
        {
            code.SignInScheme = StaffSession.Scheme;
            code.ResponseType = OpenIdConnectResponseType.Code;
            // In the address and not as a form of Microsoft's page, so that the cookies of the round trip need not be sent across sites.
            code.ResponseMode = OpenIdConnectResponseMode.Query;
            code.UsePkce = true;
            code.TokenHandler = new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler { MapInboundClaims = false };
            code.SaveTokens = false;
            code.GetClaimsFromUserInfoEndpoint = false;
            (code.CorrelationCookie.SameSite, code.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
            code.Scope.Clear();
            code.Scope.Add("openid");
            code.Scope.Add("profile");
            Narrow(code.TokenValidationParameters, entra, clock);
            code.TokenValidationParameters.ValidAudiences = [entra.ClientId.ToString("D")];
            code.Events.OnAuthorizationCodeReceived = received => EntraCredential.AddAsync(received, entra, clock);
            code.Events.OnTokenValidated = Welcome;
            code.Events.OnRemoteFailure = failed =>
            {
                failed.HandleResponse();
                return NotInDirectory.WriteAsync(failed.HttpContext, failed.Failure?.GetType().Name ?? "no reason given");
            };
        });
    }

    /// <summary>Whose account it is; null where it is of another tenant, or nobody's of the directory.</summary>
    public static Person? PersonOf(ClaimsPrincipal account, EntraSignIn entra, District district) =>
        account.FindFirstValue("tid") == entra.TenantId.ToString("D") && account.FindFirstValue("ver") == "2.0" ? district.PersonOfEntra(account.FindFirstValue("oid")) : null;

    private static Task Welcome(Microsoft.AspNetCore.Authentication.OpenIdConnect.TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var entra = services.GetRequiredService<ConsoleOptions>().Entra!;
        if (PersonOf(context.Principal!, entra, services.GetRequiredService<District>()) is not { } person)
        {
            context.HandleResponse();
            return NotInDirectory.WriteAsync(context.HttpContext, "the account is nobody's of the directory");
        }

        context.Principal = StaffSession.OfAccount(person, TeamsFrame.Browser);
        // Nothing of the round trip goes on into the session.
        context.Properties = new AuthenticationProperties { RedirectUri = context.Properties?.RedirectUri };
        Log.SignedInByEntra(services.GetRequiredService<ILogger<SignInPage>>(), person.Id, TeamsFrame.Browser);
        return Task.CompletedTask;
    }

    private static void Narrow(TokenValidationParameters rules, EntraSignIn entra, TimeProvider clock)
    {
        (rules.IssuerValidator, rules.IssuerValidatorUsingConfiguration, rules.ValidIssuers, rules.ValidIssuer) = (null, null, null, entra.Authority);
        (rules.AudienceValidator, rules.ValidAudience) = (null, null);
        (rules.ValidateIssuer, rules.ValidateAudience, rules.ValidateLifetime, rules.RequireSignedTokens, rules.RequireExpirationTime) = (true, true, true, true, true);
        rules.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        rules.LifetimeValidator = (from, until, _, _) => until is { } end && end > clock.GetUtcNow().UtcDateTime - Skew && (from is null || from < clock.GetUtcNow().UtcDateTime + Skew);
    }
}
