namespace SupportBot.Console;

/// <summary>What stands in a certificate.</summary>
/// <param name="Issuer">The district's name.</param>
/// <param name="Minutes">Length of the course.</param>
/// <param name="Units">Oregon professional development units; 0 where there are none, as in California, where hours say it all.</param>
/// <param name="Until">Last day on which it counts; null where it never ends.</param>
/// <param name="VerifyAt">Page that says whether a serial number is valid.</param>
public sealed record Certificate(string Issuer, string Holder, string CourseTitle, string CourseCode, int Minutes, decimal Units, DateOnly On, DateOnly? Until, string Serial, Uri VerifyAt);
