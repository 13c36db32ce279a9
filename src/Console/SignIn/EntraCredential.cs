using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Console;

/// <summary>How this server proves to Microsoft Entra that it is the registered application: by a managed identity or a certificate, never by a password.</summary>
internal static class EntraCredential
{
    private const string Kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static async Task AddAsync(AuthorizationCodeReceivedContext received, EntraSignIn entra, TimeProvider clock)
    {
        if (received.TokenEndpointRequest is not { } request) return;
        string? proof = null;
        if (entra.ManagedIdentityClientId is { } identity)
            proof = await new ManagedIdentityClientAssertion(identity).GetSignedAssertionAsync(null);
        else if (entra.CertificatePath is { } path)
            proof = Signed(path, entra, received.Options.Configuration?.TokenEndpoint ?? $"{entra.Instance}{entra.TenantId:D}/oauth2/v2.0/token", clock.GetUtcNow());
        if (proof is not null) (request.ClientAssertionType, request.ClientAssertion) = (Kind, proof);
    }

    private static string Signed(string path, EntraSignIn entra, string audience, DateTimeOffset now)
    {
        // Read each time, so that a renewed certificate counts at once; a sign-in is rare.
        using var certificate = Path.GetExtension(path) == ".pem" ? X509Certificate2.CreateFromPemFile(path) : X509CertificateLoader.LoadPkcs12FromFile(path, null);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = entra.ClientId.ToString("D"),
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = entra.ClientId.ToString("D"), ["jti"] = Guid.NewGuid().ToString("N") },
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddMinutes(5),
            SigningCredentials = new X509SigningCredentials(certificate, SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }
}
