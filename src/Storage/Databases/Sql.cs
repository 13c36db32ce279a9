using System.Data;

namespace SupportBot.Storage;

/// <summary>A statement that both databases understand, and its parameters in the order in which values are given.</summary>
internal sealed class Sql
{
    /// <param name="parameters"><c>b:name</c> bytes, <c>i:</c> int, <c>l:</c> long, <c>t:</c> text; separated by blanks.</param>
    public Sql(string text, string parameters = "")
    {
        Text = text;
        Parameters = [.. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => (p[2..], TypeOf(p[0])))];
    }

    public string Text { get; }

    public IReadOnlyList<(string Name, DbType Type)> Parameters { get; }

    private static DbType TypeOf(char letter) => letter switch
    {
        'b' => DbType.Binary,
        'i' => DbType.Int32,
        'l' => DbType.Int64,
        't' => DbType.String,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "b, i, l or t"),
    };
}
