using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportBot.Connector;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Teams, put together: who may call, what answers, and what sends.</summary>
internal static class TeamsRegistration
{
    public static void AddTeams(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = TeamsOptions.Read(configuration);
        var appId = configuration["MicrosoftAppId"]?.Trim() ?? "";
        services.AddSingleton(options);
        services.AddSingleton(new Pace(options));
        services.AddSingleton<StaffChats>().AddSingleton<CardTokens>().AddSingleton<CaseCards>().AddSingleton<CaseActions>().AddSingleton<CardUpdates>();
        services.AddSingleton<RefusedCallers>().AddSingleton<AnswerSeals>().AddSingleton<QuestionPresses>().AddSingleton<SharedHelp>().AddSingleton<StaffWords>();
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<DroppedFiles>(p, environment.IsDevelopment()));
        // Tests bring tokens of their own; a registration whose credential cannot be made closes the door instead of opening it unguarded.
        if (appId.Length > 0) services.TryAddSingleton<IAppTokens>(p => new CredentialTokens(new AppTokens(AppCredential.Of(CredentialTokens.Read(configuration)), p.GetRequiredService<TimeProvider>())));
        if (appId.Length == 0 && !environment.IsDevelopment())
        {
            services.AddSingleton<IUnretriedConnectors, NoConnectors>();
        }
        else
        {
            services.AddSingleton(p => ConnectorAuthentication.Create(
                configuration, p.GetService<IAppTokens>()!, environment.IsDevelopment(), p.GetRequiredService<ILogger<ConnectorAuthentication>>(), p.GetRequiredService<TimeProvider>(),
                p.GetRequiredService<RefusedCallers>().NoteAsync));
            services.AddSingleton(p => p.GetRequiredService<Microsoft.Bot.Connector.Authentication.BotFrameworkAuthentication>() as IUnretriedConnectors ?? new NoConnectors());
            services.AddSingleton<IBotFrameworkHttpAdapter>(p => new CloudAdapter(p.GetRequiredService<Microsoft.Bot.Connector.Authentication.BotFrameworkAuthentication>(), p.GetRequiredService<ILogger<CloudAdapter>>()));
        }

        services.AddSingleton(p => new TeamsConnector(p.GetRequiredService<IUnretriedConnectors>(), options, appId));
        services.AddSingleton<IAlertChannel, TeamsCardChannel>();
        services.AddSingleton<ICounselorLine, TeamsCounselorLine>().AddSingleton<CounselorWords>();
        services.AddSingleton<TeamsBot>();
        services.AddSingleton<SupportBot.Console.IReachBook, ReachBook>();
    }
}
