using System.Collections.Concurrent;

namespace SupportBot.Storage;

/// <summary>A statement that each database says in its own way; made once for each, because a connection knows its prepared statements by their instance.</summary>
internal sealed class SqlByDatabase(Func<Database, Sql> make)
{
    private readonly ConcurrentDictionary<Type, Sql> made = new();

    public Sql On(Database database) => made.GetOrAdd(database.GetType(), _ => make(database));
}
