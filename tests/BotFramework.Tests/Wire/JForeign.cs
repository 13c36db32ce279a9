namespace Newtonsoft.Json.Linq;

/// <summary>Stands for an object of that library, which is not among this project's packages: its text is its JSON.</summary>
internal sealed class JForeign(string json)
{
    public override string ToString() => json;
}
