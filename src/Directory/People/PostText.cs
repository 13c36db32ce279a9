using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>
/// A post as exports and settings write it: <c>counselor@heron-middle</c>, or <c>hr@district</c> for the whole district. A role alone is
/// refused: a forgotten school must not become a right over all of them.
/// </summary>
public static class PostText
{
    /// <summary>Stands for the whole district.</summary>
    public const string District = "district";

    /// <returns>What is wrong and the cure; null where <paramref name="post"/> is one of this district.</returns>
    public static (string What, string Cure)? Read(string text, District district, out Post post)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(district);
        var parts = text.Split('@', StringSplitOptions.TrimEntries);
        post = new Post(parts[0], parts is [_, not District] ? parts[1] : null);
        if (parts is not [{ Length: > 0 }, { Length: > 0 }])
            return ($"\"{text}\" does not say where the role is held", $"write role@school, such as counselor@{district.Schools[0].Id}, or role@{District} for the whole district");
        var wrong = KnownIds.Missing("role", parts[0], [.. district.Roles.Select(r => r.Id)])
            ?? (post.SchoolId is { } school ? KnownIds.Missing("school", school, [.. district.Schools.Select(s => s.Id)]) : null);
        return wrong;
    }
}
