using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Console;
using SupportBot.Graph.Tests;
using SupportBot.Storage;
using SupportBot.Storage.Tests;

namespace SupportBot.Bot.Tests.Hosting;

/// <summary>What the Azure template sets is what the program reads, and the program does with it what the template's resources are there for.</summary>
public sealed class TemplateTests
{
    private const string Identity = "22222222-0000-0000-0000-000000000001";

    // Read by the platform and its libraries, not by us.
    private static readonly string[] NotOurs = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "AllowedHosts", "AZURE_CLIENT_ID", "DOTNET_DbgEnableMiniDump"];

    [Theory]
    [InlineData("test"), InlineData("production")]
    public void Every_setting_of_the_template_is_one_that_the_program_reads(string stage)
    {
        var set = SettingsOf(stage);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(set.ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => (string?)s.Value)).Build();
        string[] sections = [StorageOptions.Section, EntraSignIn.Section, "Teams", "Credential"];
        string[] atTheRoot = ["MicrosoftAppId", "MicrosoftAppTenantId", "MicrosoftAppType"];
        var ours = set.Keys.Except(NotOurs).Except(atTheRoot);
        Assert.All(ours, k => Assert.Contains(sections, s => k.StartsWith(s.Replace(":", "__", StringComparison.Ordinal) + "__", StringComparison.Ordinal)));

        // A key that no option has is a fault here.
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>(o => o.ErrorOnUnknownConfiguration = true)!;
        Assert.Equal(("postgres", "entra"), (storage.Provider, storage.Login));
        Assert.NotNull(storage.VaultKey);
        Assert.NotNull(storage.Keys);
        Assert.Contains("SSL Mode=VerifyFull", storage.ConnectionString, StringComparison.Ordinal);
        var console = configuration.GetSection(EntraSignIn.Section).GetChildren().Select(c => c.Key).ToList();
        Assert.Empty(console.Except(typeof(EntraSignIn).GetProperties().Select(p => p.Name)));
        Assert.NotNull(EntraSignIn.Read(configuration, isDevelopment: false)!.ManagedIdentityClientId);
        Assert.NotNull(TeamsOptions.Read(configuration).PublicAddress);
        Assert.Null(CredentialTokens.Read(configuration).Fault());
    }

    [Fact]
    public void A_setting_that_the_program_does_not_know_is_found_out()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Storage:VaultKeyUri", (string?)"x")]).Build();
        Assert.Throws<InvalidOperationException>(() => configuration.GetSection(StorageOptions.Section).Get<StorageOptions>(o => o.ErrorOnUnknownConfiguration = true));
    }

    [Fact]
    public async Task With_a_vault_a_report_is_taken_and_worked_and_no_key_lies_beside_it()
    {
        await using var vault = await FakeVault.StartAsync();
        vault.Accepts = header => header.StartsWith("Bearer https://vault.azure.net/.default#", StringComparison.Ordinal);
        await using var bot = await RealBot.BuildAsync(s => s.AddSingleton<TokenCredential>(new FakeCredential()), "Development", ("Storage:VaultKey", vault.Key));
        await new Student(bot).ReportAsync();
        Assert.NotNull((await bot.OnlyCaseAsync()).OpenAlert);
        Assert.DoesNotContain(bot.Files(), f => f.EndsWith("master.key", StringComparison.Ordinal));
        Assert.Contains(vault.Asked, a => a.StartsWith("wrapkey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vault_on_this_machine_is_spoken_to_in_Development_only()
    {
        await using var vault = await FakeVault.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => RealBot.BuildAsync(s => s.AddSingleton<TokenCredential>(new FakeCredential()), "Production", ("Storage:VaultKey", vault.Key)));
        Assert.Empty(vault.Asked);
    }

    /// <summary>The site's settings as they would be deployed; what Azure only knows then is filled in as it would look.</summary>
    private static Dictionary<string, string> SettingsOf(string stage)
    {
        var snapshot = JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "infra", $"{stage}.snapshot.json")))!;
        var site = snapshot["predictedResources"]!.AsArray().Single(r => (string?)r!["type"] == "Microsoft.Web/sites")!;
        var set = site["properties"]!["siteConfig"]!["appSettings"]!.AsArray().ToDictionary(s => (string)s!["name"]!, s => (string)s!["value"]!);
        foreach (var (name, value) in set.Where(s => s.Value.StartsWith('[')).ToList())
            set[name] = value.EndsWith(".clientId]", StringComparison.Ordinal) ? Identity
                : value.EndsWith(".outputs.keyUri.value]", StringComparison.Ordinal) ? "https://district-kv.vault.azure.net/keys/supportbot"
                : value.Split('\'')[1].Replace("{0}", "district-pg.postgres.database.azure.com", StringComparison.Ordinal).Replace("{1}", "district-id", StringComparison.Ordinal);
        return set;
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SupportBot.sln"))) return at.FullName;
        throw new InvalidOperationException("Not inside a checkout.");
    }
}
