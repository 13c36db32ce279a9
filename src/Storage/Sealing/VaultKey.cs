namespace SupportBot.Storage;

/// <summary>
/// Which key of which vault wraps all others. Named without a version, so that a rotation in the vault needs no new setting.
/// </summary>
/// <param name="Address">Such as <c>https://district-kv.vault.azure.net/keys/supportbot</c>.</param>
/// <param name="Scope">What a token for that vault is asked for.</param>
internal sealed record VaultKey(Uri Address, string Scope)
{
    // A token goes to these hosts and to no other: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
    private static readonly string[] Clouds = ["vault.azure.net", "managedhsm.azure.net", "vault.usgovcloudapi.net", "managedhsm.usgovcloudapi.net", "vault.azure.cn"];

    /// <param name="onLoopback">True where a vault on this machine may be spoken to, which is in Development.</param>
    /// <param name="fault">What is wrong, in one sentence; null where nothing is.</param>
    public static VaultKey? Read(string address, bool onLoopback, out string? fault)
    {
        fault = null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            fault = $"Storage:VaultKey is no address of a key: give https://VAULT.{Clouds[0]}/keys/NAME.";
            return null;
        }

        var cloud = uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort ? Clouds.FirstOrDefault(c => uri.Host.EndsWith("." + c, StringComparison.Ordinal)) : null;
        if (cloud is null && onLoopback && uri.IsLoopback) cloud = Clouds[0];
        var path = uri.AbsolutePath.Trim('/').Split('/');
        fault = cloud is null ? $"Storage:VaultKey is in no vault of Microsoft's: give https://VAULT.CLOUD/keys/NAME, where CLOUD is one of {string.Join(", ", Clouds)}."
            : path is ["keys", _, _] ? "Storage:VaultKey names a version of the key: leave it out, or the program would go on with the old version when the key is rotated."
            : path is not ["keys", { Length: > 0 }] ? $"Storage:VaultKey names no key: give https://{uri.Host}/keys/NAME."
            : null;
        return fault is null ? new VaultKey(new Uri(uri, $"/keys/{path[1]}"), $"https://{cloud}/.default") : null;
    }
}
