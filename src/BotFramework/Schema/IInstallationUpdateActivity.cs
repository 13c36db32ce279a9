namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>installationUpdate</c>.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}
