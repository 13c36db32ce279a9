using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupportBot.Console;

/// <summary>The two calls by which a host gets the console.</summary>
public static class ConsoleRegistration
{
    /// <summary>
    /// Adds the console. The host itself registers, as singletons: <see cref="ICaseBook"/>, <see cref="IAbsenceBook"/>, <see cref="IBeginnings"/>, <see cref="ILogBook"/>, <see cref="IHireBook"/>, <see cref="ITranscriptBook"/>, <see cref="TrainingOffer"/>, <see cref="Directory.District"/>,
    /// <see cref="Protocols.ProtocolShelf"/>, <see cref="Understanding.Comprehension"/>, <see cref="Cards.ICardWords"/> in English, <see cref="Cases.ICaseCalendars"/>, <see cref="TimeProvider"/>; it keeps the data protection
    /// keys; whatever it registers as <see cref="IReachBook"/> and <see cref="IServiceStatus"/> is shown, any number of each, and so is one <see cref="IPeopleNews"/>; where it registers <see cref="IMeetingReports"/>, rolls are filled from them; where it registers a <see cref="TrainingOffer"/> with a catalogue, also <see cref="ITrainingRolls"/>, <see cref="IHireBook"/>, <see cref="ICertificateBook"/>, <see cref="IFeedbackBook"/>, <see cref="IAccommodationBook"/>, <see cref="IWaiverBook"/>, <see cref="IEarlierBook"/>, <see cref="Staffers"/> and <see cref="ICheckInSecrets"/>; and it serves static files (the console's lie under <c>/_content/SupportBot.Console</c>).
    /// </summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<CasePlans>();
        services.AddSingleton<CaseSight>();
        services.AddSingleton<ChildCases>();
        services.AddSingleton<TrainedPeople>();
        services.AddSingleton<LiveViews>();
        services.AddSingleton<LinkedCases>();
        services.AddSingleton<KeepSight>();
        services.AddSingleton<CaseWork>();
        services.AddSingleton<CaseList>();
        services.AddSingleton<TaskList>();
        services.AddSingleton<YearBoard>();
        services.AddSingleton<AlertBoard>();
        services.AddSingleton<SchoolTime>();
        services.AddSingleton<RefusalWords>();
        services.AddSingleton<AuditWords>();
        services.AddSingleton<ProtocolWords>();
        services.AddSingleton<ReviewBoard>();
        services.AddSingleton<DryRunSeal>();
        services.AddSingleton<DryRuns>();
        services.AddSingleton<AttendancePlans>();
        services.AddSingleton<AttendanceSight>();
        services.AddSingleton<AttendanceBoard>();
        services.AddSingleton<VerifyBoard>();
        services.AddSingleton<AbsenceImport>();
        services.AddSingleton<AbsenceCases>();
        services.AddSingleton<Staffers>();
        services.AddSingleton<StaffStandings>();
        services.AddSingleton<HireSight>();
        services.AddSingleton<HirePlans>();
        services.AddSingleton<HireImport>();
        services.AddSingleton<HireList>();
        services.AddSingleton<HireDesk>();
        services.AddSingleton<HireProgressBoard>();
        services.AddSingleton<EarlierSight>().AddSingleton<EarlierPlans>().AddSingleton<EarlierDesk>();
        services.AddSingleton<SoonList>().AddSingleton<DuesBoard>();
        services.AddSingleton<NoShowBoard>();
        services.AddSingleton<ComplianceBoard>();
        services.AddSingleton<ComplianceExport>();
        services.TryAddSingleton(new TrainingOffer(null));
        services.AddSingleton<TrainingSight>().AddSingleton<SessionDesk>().AddSingleton<AccommodationDesk>().AddSingleton<RecordDesk>().AddSingleton<WaiverDesk>().AddSingleton<TitleSight>().AddSingleton<SessionReader>().AddSingleton<SessionWords>().AddSingleton<DoubtWords>().AddSingleton<CheckInTries>().AddSingleton<CheckInDesk>().AddSingleton<FeedbackDesk>().AddSingleton<RosterDesk>().AddSingleton<CertificateDesk>().AddSingleton<GainsBoard>();
        services.TryAddSingleton<ITalks, NoTalks>();
        services.AddSingleton<StepsWaiting>();
        services.TryAddSingleton<IStaffSteps, NoStaffSteps>();
        services.TryAddSingleton<IMeetingReports, NoMeetingReports>();
        services.AddTransient<IStartupFilter, ConsoleHeaders>();

        services.AddSingleton<LogSight>().AddSingleton<LogWords>().AddSingleton<LogBoard>().AddSingleton<LogExport>();
        services.AddSingleton<ReachSight>();
        services.AddSingleton<ReachBoard>();
        services.AddSingleton<IAuthorizationHandler, ReachHandler>();
        services.AddSingleton<IAuthorizationHandler, PeopleHandler>();
        services.AddSingleton<IAuthorizationHandler, AttendanceHandler>();
        services.AddSingleton<IAuthorizationHandler, HireHandler>();
        services.AddSingleton<IAuthorizationHandler, EarlierHandler>();
        services.AddSingleton<IAuthorizationHandler, LogHandler>();
        services.AddSingleton<IAuthorizationHandler, TrainingHandler>();
        services.AddHostedService<SignInAnnouncement>();

        var ways = services.AddAuthentication().AddCookie(StaffSession.Scheme, cookie => StaffSession.Set(cookie, options.Idle));
        if (options.Entra is { } entra) ways.AddEntra(entra);
        services.AddAuthorization(ConsolePolicies.Add);
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie = new FramedCookie();
            forgery.Cookie.Name = "console.form";
            forgery.Cookie.Path = "/console";
            forgery.Cookie.HttpOnly = true;
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forgery.FormFieldName = "form-token";
            forgery.HeaderName = null;
            // Who may frame a page stands in its content security policy.
            forgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(mvc => mvc.Filters.Add<FailureEdge>()).ConfigureApplicationPartManager(AddOwnPages);
        return services;
    }

    /// <summary>Maps the pages of the console under <c>/console</c>.</summary>
    public static IEndpointConventionBuilder MapConsole(this IEndpointRouteBuilder app) => app.MapRazorPages();

    private static void AddOwnPages(ApplicationPartManager manager)
    {
        var own = typeof(ConsoleRegistration).Assembly;
        if (manager.ApplicationParts.OfType<AssemblyPart>().Any(p => p.Assembly == own)) return;
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own)) manager.ApplicationParts.Add(part);
    }
}
