using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The entries of the resource directory that are to be verified. Public numbers only, so every member of staff may look and help.</summary>
[Authorize(ConsolePolicies.Staff)]
public sealed class VerifyPage(District district, VerifyBoard board) : StaffPage(district)
{
    public const string Address = "/console/verify";

    public IReadOnlyList<Resource> Due { get; private set; } = [];

    public VerifyBoard Board => board;

    public void OnGet() => Due = board.Now;

    /// <summary>Everything by which the entry is reached, each way once.</summary>
    public static IReadOnlyList<string> WaysOf(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var text = resource.Text is { } line ? line.Word is { } word ? $"text {word} to {line.To}" : $"text {line.To}" : null;
        string?[] ways = [resource.Phone is { } phone ? $"call {phone}" : null, text, resource.Tty is { } tty ? $"TTY {tty}" : null, resource.Chat, resource.Url, resource.Mail];
        return [.. ways.OfType<string>().Distinct()];
    }
}
