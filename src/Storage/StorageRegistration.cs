using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>How a host gets storage.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds <see cref="ITurnStore"/>, <see cref="ICaseBook"/>, <see cref="Outbox"/>, <see cref="Sends"/>, <see cref="Contacts"/>, <see cref="CardCopies"/>, <see cref="Outgoing"/>, <see cref="Deadlines"/>, <see cref="Wipe"/>,
    /// <see cref="PinnedProtocols"/>, <see cref="AuditChain"/>, <see cref="HandOvers"/>, <see cref="HandOverPost"/>, <see cref="ConversationMarks"/>, <see cref="ITabKeys"/>, <see cref="PeopleList"/>, <see cref="AbsenceBook"/> and <see cref="Store"/>. The store opens when the host starts, before whatever
    /// is registered after it; a host that needs it earlier calls <see cref="Store.StartAsync"/>. Wrong options stop the host with a sentence that says why.
    /// </summary>
    /// <param name="configuration">The whole configuration; the section <c>Storage</c> is read.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, Validator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Store(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value,
            provider.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Store>>(),
            provider.GetService<IKekProvider>() is { } kek ? () => kek : null,
            provider.GetService<IEntraTokens>(),
            provider.GetService<IHostEnvironment>()?.IsDevelopment() == true));
        services.AddSingleton<ITurnStore, TurnStore>();
        services.AddSingleton<ConversationMarks>().AddSingleton<TabKeys>().AddSingleton<ITabKeys>(provider => provider.GetRequiredService<TabKeys>());
        services.AddSingleton<ICaseBook, CaseBook>();
        services.AddSingleton<Outbox>().AddSingleton<Sends>().AddSingleton<Contacts>().AddSingleton<CardCopies>().AddSingleton<Outgoing>();
        services.AddSingleton<Deadlines>();
        services.AddSingleton<Wipe>().AddSingleton<Keeping>().AddSingleton<ITallyBook, Tallies>().AddSingleton<ILogBook, LogBook>();
        services.AddSingleton<PinnedProtocols>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<HandOvers>();
        services.AddSingleton<HandOverPost>();
        services.AddSingleton<PeopleList>();
        services.AddSingleton<ToldOnce>();
        services.AddSingleton<Beginnings>().AddSingleton<IBeginnings>(provider => provider.GetRequiredService<Beginnings>());
        services.AddSingleton<TrainingRolls>().AddSingleton<ITrainingRolls>(provider => provider.GetRequiredService<TrainingRolls>());
        services.AddSingleton<TranscriptBook>().AddSingleton<ITranscriptBook>(provider => provider.GetRequiredService<TranscriptBook>());
        services.AddSingleton<IWaiverBook, Waivers>().AddSingleton<IEarlierBook, EarlierBook>().AddSingleton<ICertificateBook, Certificates>().AddSingleton<ICheckInSecrets, CheckInSecrets>().AddSingleton<IFeedbackBook, FeedbackBook>();
        services.AddSingleton<Accommodations>().AddSingleton<IAccommodationBook>(provider => provider.GetRequiredService<Accommodations>());
        services.AddSingleton<HireBook>().AddSingleton<IHireBook>(provider => provider.GetRequiredService<HireBook>());
        services.AddSingleton<TrainingEvents>().AddSingleton<ITrainingEvents>(provider => provider.GetRequiredService<TrainingEvents>());
        services.AddSingleton<AbsenceBook>().AddSingleton<IAbsenceBook>(provider => provider.GetRequiredService<AbsenceBook>());
        services.AddHostedService<OpenAtStart>();
        return services;
    }

    private sealed class Validator(IServiceProvider provider) : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
            options.Fault(provider.GetService<IHostEnvironment>()?.IsDevelopment() == true) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }

    // The container disposes the store, after the hosted workers have stopped.
    private sealed class OpenAtStart(Store store) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => store.StartAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
