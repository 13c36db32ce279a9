namespace SupportBot.Bot;

/// <summary>Tells whoever started the program where to look.</summary>
internal static class Addresses
{
    public static void Print(WebApplication app)
    {
        foreach (var address in app.Urls)
        {
            System.Console.WriteLine($"Web chat: {address}/");
            System.Console.WriteLine($"Console:  {address}/console");
        }
    }
}
