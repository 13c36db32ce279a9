using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Who may reach an endpoint of the console. Every endpoint names one; none has a default.</summary>
public static class ConsolePolicies
{
    /// <summary>A signed-in person of the directory. What that person sees of a case is decided case by case.</summary>
    public const string Staff = "console.staff";

    /// <summary>Whoever asks to sign in or out. The page itself refuses where there is no way to sign in.</summary>
    public const string Newcomer = "console.newcomer";

    /// <summary>Who answers for people being reachable: <see cref="ReachSight.Roles"/>, at a school or in the district.</summary>
    public const string Reach = "console.reach";

    /// <summary>Who answers for the list of people: <see cref="PeopleSight"/>.</summary>
    public const string People = "console.people";

    /// <summary>Who works with attendance: <see cref="AttendanceSight"/>.</summary>
    public const string Attendance = "console.attendance";

    /// <summary>Human resources: <see cref="HireSight"/>.</summary>
    public const string Hires = "console.hires";

    /// <summary>Who brings what staff completed before: <see cref="EarlierSight"/>.</summary>
    public const string Earlier = "console.earlier";

    /// <summary>Who answers for the public log: <see cref="LogSight"/>.</summary>
    public const string Log = "console.log";

    /// <summary>Anybody at all, signed in or not: who has a certificate before them.</summary>
    public const string Anybody = "console.anybody";

    /// <summary>Any member of staff, where there are trainings; what each may do is <see cref="TrainingSight"/>.</summary>
    public const string Training = "console.training";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim));
        options.AddPolicy(Newcomer, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireAssertion(_ => true));
        options.AddPolicy(Anybody, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireAssertion(_ => true));
        options.AddPolicy(Reach, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim).AddRequirements(new ReachRequirement()));
        options.AddPolicy(People, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim).AddRequirements(new PeopleRequirement()));
        options.AddPolicy(Attendance, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim).AddRequirements(new AttendanceRequirement()));
        options.AddPolicy(Hires, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim).AddRequirements(new HireRequirement()));
        options.AddPolicy(Earlier, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim).AddRequirements(new EarlierRequirement()));
        options.AddPolicy(Log, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim).AddRequirements(new LogRequirement()));
        options.AddPolicy(Training, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireClaim(StaffSession.PersonClaim).AddRequirements(new TrainingRequirement()));
    }
}
