using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph;

namespace SupportBot.Bot;

/// <summary>The source of people that is configured, put together. Without one the people are those of the content file.</summary>
internal static class PeopleSetup
{
    /// <summary>Groups whose members may be read as hires, where any are configured.</summary>
    /// <exception cref="InvalidOperationException">The section <c>Hires:Groups</c> has a fault; the message says which.</exception>
    public static void AddHireGroups(this IServiceCollection services, IConfiguration configuration, District district)
    {
        var groups = configuration.GetSection(HireGroup.Section).Get<List<HireGroup>>() ?? [];
        if (groups.Count == 0) return;
        if (HireGroup.Fault(groups, district) is { } fault) throw new InvalidOperationException(fault);
        if (!configuration.GetValue<bool>($"{GraphOptions.Section}:{nameof(GraphOptions.Enabled)}")) throw new InvalidOperationException($"{HireGroup.Section} names groups, and Graph:Enabled is not true.");
        services.AddSingleton<IHireSource>(p => new GraphHires(p.GetRequiredService<GraphConnection>(), groups, p.GetRequiredService<TimeProvider>()));
    }

    /// <exception cref="InvalidOperationException">The section <c>People</c> or <c>Graph:Groups</c> has a fault; the message says which.</exception>
    public static void AddPeople(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, District district)
    {
        var options = PeopleOptions.Read(configuration);
        if (options.Source == PeopleOptions.Content) return;
        services.AddSingleton(options);
        if (options.Source == PeopleOptions.Csv)
        {
            services.AddSingleton<IPeopleSource>(new CsvPeopleSource(Path.GetFullPath(options.CsvPath!, environment.ContentRootPath)));
        }
        else
        {
            var groups = configuration.GetSection(GroupPost.Section).Get<List<GroupPost>>() ?? [];
            if (GroupPost.Fault(groups, district) is { } fault) throw new InvalidOperationException(fault);
            if (!configuration.GetValue<bool>($"{GraphOptions.Section}:{nameof(GraphOptions.Enabled)}")) throw new InvalidOperationException("People:Source is graph, and Graph:Enabled is not true.");
            services.AddSingleton<IPeopleSource>(p => new GraphPeople(p.GetRequiredService<GraphConnection>(), groups, p.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton<PeopleStatus>();
        services.AddSingleton<IServiceStatus>(p => p.GetRequiredService<PeopleStatus>());
        services.AddSingleton<IPeopleNews>(p => p.GetRequiredService<PeopleStatus>());
        services.AddSingleton<PeopleWorker>().AddHostedService(p => p.GetRequiredService<PeopleWorker>());
    }
}
