using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using SupportBot.Directory;

namespace SupportBot.Bot.Tests.Hosting;

/// <summary>Outside Development the program serves a real district, in which somebody hears of a report, or nobody.</summary>
public sealed class RealStartTests
{
    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };

    private static IConfiguration Set(params string[] keys) => new ConfigurationBuilder().AddInMemoryCollection(keys.Select(k => KeyValuePair.Create(k, (string?)"x"))).Build();

    [Fact]
    public void The_built_in_directory_says_of_each_of_its_files_that_it_is_invented() =>
        Assert.Equal(RealDistrict.Files, DistrictReader.Read(ContentFolder.Read(null)).District!.Invented);

    [Theory]
    [InlineData("Production"), InlineData("Staging")]
    public async Task A_start_with_the_demos_directory_is_refused_outside_Development(string environment)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => RealBot.BuildAsync(environment, ("Content:Path", "")));
        await using var served = await RealBot.BuildAsync(environment);
        Assert.Empty(served.Get<District>().Invented);
    }

    [Theory]
    [InlineData("directory/district.yaml"), InlineData("directory/schools.yaml"), InlineData("directory/people.yaml"), InlineData("directory/roster.yaml")]
    public void One_file_of_the_demo_is_enough_and_is_named_with_what_to_set(string file)
    {
        var fault = RealStart.Fault([file], Set("Console:Entra:ClientId", "MicrosoftAppId"), In("Production"));
        Assert.Contains(file, fault, StringComparison.Ordinal);
        Assert.Contains("Content:Path", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_by_which_nobody_would_hear_of_a_report_is_refused()
    {
        Assert.Contains("Console:Entra", RealStart.Fault([], Set(), In("Production")), StringComparison.Ordinal);
        Assert.Null(RealStart.Fault([], Set("Console:Entra:ClientId"), In("Production")));
        Assert.Null(RealStart.Fault([], Set("MicrosoftAppId"), In("Production")));
    }

    [Fact]
    public void What_is_missing_beside_it_is_said_with_what_to_set()
    {
        Assert.Equal(3, RealStart.Warnings(Set(), In("Production")).Count());
        Assert.Contains("Console:Entra", Assert.Single(RealStart.Warnings(Set("MicrosoftAppId", "Teams:PublicAddress"), In("Production"))), StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppId", Assert.Single(RealStart.Warnings(Set("Console:Entra:ClientId", "Teams:PublicAddress"), In("Production"))), StringComparison.Ordinal);
        Assert.Contains("Teams:PublicAddress", Assert.Single(RealStart.Warnings(Set("Console:Entra:ClientId", "MicrosoftAppId"), In("Production"))), StringComparison.Ordinal);
        Assert.Empty(RealStart.Warnings(Set("Console:Entra:ClientId", "MicrosoftAppId", "Teams:PublicAddress"), In("Production")));
    }

    [Fact]
    public void In_Development_everything_may_be_missing()
    {
        Assert.Null(RealStart.Fault(RealDistrict.Files, Set(), In("Development")));
        Assert.Empty(RealStart.Warnings(Set(), In("Development")));
    }
}
