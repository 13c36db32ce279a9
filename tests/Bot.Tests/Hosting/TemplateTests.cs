using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Console;
using SupportBot.Graph;
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
        var configuration = Configured(set);
        string[] sections = [StorageOptions.Section, EntraSignIn.Section, "Teams", "Credential", GraphOptions.Section, PeopleOptions.Section];
        string[] atTheRoot = ["MicrosoftAppId", "MicrosoftAppTenantId", "MicrosoftAppType", "Content__Path"];
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
        Assert.Empty(configuration.GetSection(GraphOptions.Section).GetChildren().Select(c => c.Key).Except([.. typeof(GraphOptions).GetProperties().Select(p => p.Name), "Groups"]));
        Assert.NotNull(configuration.GetSection(PeopleOptions.Section).Get<PeopleOptions>(o => o.ErrorOnUnknownConfiguration = true));
    }

    [Fact]
    public void What_a_production_needs_is_set() => Assert.Empty(Lacking(SettingsOf("production")));

    [Theory]
    [InlineData("Content__Path"), InlineData("Console__Entra__ClientId"), InlineData("MicrosoftAppId"), InlineData("MicrosoftAppTenantId"), InlineData("Teams__PublicAddress")]
    [InlineData("Graph__Enabled"), InlineData("Graph__AppId"), InlineData("Graph__MailFrom"), InlineData("Graph__AppTeamsId"), InlineData("People__Source"), InlineData("Graph__Groups__1__Post")]
    public void A_template_that_forgets_a_setting_is_found_out(string forgotten)
    {
        var set = SettingsOf("production");
        Assert.True(set.Remove(forgotten));
        Assert.NotEmpty(Lacking(set));
    }

    [Fact]
    public void The_example_for_a_districts_own_server_sets_what_a_production_needs_and_nothing_that_the_program_does_not_read()
    {
        var set = ExampleOfTheUnit();
        Assert.Empty(Lacking(set));
        Assert.All(set.Keys.Except(NotOurs), k => Assert.Contains(k.Split("__")[0], new[] { "Storage", "Console", "Teams", "Credential", "Graph", "People", "Content", "MicrosoftAppId", "MicrosoftAppTenantId", "MicrosoftAppType", "urls" }));
        foreach (var forgotten in new[] { "Content__Path", "Console__Entra__ClientId", "MicrosoftAppId", "Credential__CertificatePath", "Teams__PublicAddress", "Graph__Enabled", "Graph__MailFrom" })
            Assert.NotEmpty(Lacking(set.Where(s => s.Key != forgotten).ToDictionary()));
    }

    [Fact]
    public void A_district_that_leaves_Graphs_parts_out_still_starts()
    {
        var configuration = Configured(SettingsOf("test"));
        Assert.Equal(("", ""), (configuration["Graph:MailFrom"], configuration["Graph:AppTeamsId"]));
        var graph = configuration.GetSection(GraphOptions.Section).Get<GraphOptions>()!;
        Assert.Equal((true, null, null), (graph.Enabled, graph.MailFrom, graph.AppTeamsId));
        Assert.Null(graph.Fault(onLoopback: false));
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

    // A key of each thing that a district would miss: by whom its people are alerted, where they read, and by which ways they hear.
    private static List<string> Lacking(Dictionary<string, string> set)
    {
        var configuration = Configured(set);
        var production = new HostingEnvironment { EnvironmentName = set["ASPNETCORE_ENVIRONMENT"] };
        List<string> lacking = [.. RealStart.Warnings(configuration, production)];
        if (RealStart.Fault([], configuration, production) is { } fault) lacking.Add(fault);
        if (!Path.IsPathRooted(configuration["Content:Path"])) lacking.Add("Content:Path");
        if (!configuration.GetSection(EntraSignIn.Section).GetChildren().Any(c => c.Key == nameof(EntraSignIn.ClientId))) lacking.Add("Console:Entra:ClientId");
        if (CredentialTokens.Read(configuration).Fault() is { } credential) lacking.Add(credential);
        if (TeamsOptions.Read(configuration).TenantId.Length == 0) lacking.Add("MicrosoftAppTenantId");
        var graph = configuration.GetSection(GraphOptions.Section).Get<GraphOptions>() ?? new GraphOptions();
        if (graph is not { Enabled: true, MailFrom: not null, AppTeamsId: not null } || graph.Fault(onLoopback: false) is not null) lacking.Add("Graph");
        // Teams lets the registration that its app names notify and install, and no other.
        if ((graph.AppId ?? configuration["MicrosoftAppId"]) != configuration["Console:Entra:ClientId"]) lacking.Add("Graph:AppId");
        if (PeopleOptions.Read(configuration) is not { Source: PeopleOptions.Graph }) lacking.Add("People:Source");
        var groups = configuration.GetSection(GroupPost.Section).Get<List<GroupPost>>() ?? [];
        if (!groups.Any(g => g.Post.Length > 0)) lacking.Add("Graph:Groups");
        return lacking;
    }

    // Its certificate lies where the unit's manager puts it; here any file stands for it.
    private static Dictionary<string, string> ExampleOfTheUnit()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "infra", "systemd", "environment.example")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('=', 2));
        return lines.Select(l => KeyValuePair.Create(l[0], l[1].EndsWith(".pem", StringComparison.Ordinal) ? typeof(TemplateTests).Assembly.Location : l[1]))
            .Append(KeyValuePair.Create("ASPNETCORE_ENVIRONMENT", "Production")).ToDictionary();
    }

    private static IConfigurationRoot Configured(Dictionary<string, string> set) =>
        new ConfigurationBuilder().AddInMemoryCollection(set.ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => (string?)s.Value)).Build();

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
