namespace SupportBot.Storage.Tests;

/// <summary>Literals for whoever changes the database past our code.</summary>
internal static class Tamper
{
    public static string Hex(OpenedStore opened, Guid id) => Hex(opened, id.ToByteArray(bigEndian: true));

    public static string Hex(OpenedStore opened, byte[] bytes) =>
        opened.Options.Provider == "postgres" ? $"'\\x{Convert.ToHexString(bytes)}'::bytea" : $"x'{Convert.ToHexString(bytes)}'";
}
