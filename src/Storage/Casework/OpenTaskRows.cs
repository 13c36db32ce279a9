using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Keeps <c>open_task</c> as the case is: two statements a commit, however many tasks there are.</summary>
internal static class OpenTaskRows
{
    private static readonly Sql Remove = new("DELETE FROM open_task WHERE case_id=@case", "b:case");
    private static readonly SqlByDatabase Add = new(database => new Sql(
        $"""
        INSERT INTO open_task(case_id, task, role, owner, school, due, number)
        SELECT @case, value->>'task', value->>'role', value->>'owner', @school, CAST(value->>'due' AS bigint), @number FROM {database.JsonRows("tasks")}
        """,
        "b:case t:school t:number t:tasks"));

    public static void Write(WriteSession session, Case @case, byte[] id, bool opens)
    {
        if (!opens) session.Link.Run(Remove, id);
        if (@case.ClosedAt is not null) return;
        var rows = @case.OpenTasks.SelectMany(t => t.Roles.Distinct().Select(role => new OpenTaskJson(t.Id, role, t.Owner, t.Due?.UtcTicks ?? long.MaxValue))).ToArray();
        if (rows.Length > 0) session.Link.Run(Add.On(session.Database), id, @case.SchoolId, @case.Number, JsonSerializer.Serialize(rows, OpenTaskContext.Default.OpenTaskJsonArray));
    }
}

internal sealed record OpenTaskJson(string Task, string Role, string? Owner, long Due);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenTaskJson[]))]
internal sealed partial class OpenTaskContext : JsonSerializerContext;
