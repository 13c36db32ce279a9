using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SupportBot.Storage;

/// <summary>The tables on PostgreSQL; its migrations are in Migrations/Postgres.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : StoreDb(options)
{
    /// <summary>For <c>dotnet ef migrations add Name -p src/Storage -c PostgresDb -o Migrations/Postgres</c>.</summary>
    internal sealed class ForDesign : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design").Options);
    }
}
