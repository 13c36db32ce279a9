using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SupportBot.Storage;

/// <summary>The tables on SQLite; its migrations are in Migrations/Sqlite.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : StoreDb(options)
{
    /// <summary>For <c>dotnet ef migrations add Name -p src/Storage -c SqliteDb -o Migrations/Sqlite</c>.</summary>
    internal sealed class ForDesign : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
    }
}
