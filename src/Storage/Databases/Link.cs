using System.Data.Common;

namespace SupportBot.Storage;

/// <summary>An open connection with the statements it has prepared. One caller at a time.</summary>
internal sealed class Link(DbConnection connection) : IDisposable
{
    private readonly Dictionary<Sql, DbCommand> prepared = [];

    /// <summary>Test hook: called before every statement.</summary>
    internal Action<Sql>? Before { get; set; }

    /// <returns>Rows changed.</returns>
    public int Run(Sql sql, params ReadOnlySpan<object?> values) => Ready(sql, values).ExecuteNonQuery();

    /// <summary>To be disposed before the next statement.</summary>
    public DbDataReader Read(Sql sql, params ReadOnlySpan<object?> values) => Ready(sql, values).ExecuteReader();

    public Task<DbDataReader> ReadAsync(Sql sql, object?[] values, CancellationToken cancel) => Ready(sql, values).ExecuteReaderAsync(cancel);

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private DbCommand Ready(Sql sql, ReadOnlySpan<object?> values)
    {
        Before?.Invoke(sql);
        if (!prepared.TryGetValue(sql, out var command)) prepared[sql] = command = Prepare(sql);
        if (values.Length != sql.Parameters.Count) throw new ArgumentException($"{sql.Parameters.Count} values are needed.", nameof(values));
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private DbCommand Prepare(Sql sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        foreach (var (name, type) in sql.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ("@" + name, type);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
