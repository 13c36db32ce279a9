using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HandOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hand_over",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    opened = table.Column<long>(type: "bigint", nullable: false),
                    ended = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_over", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_news",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    hand_over = table.Column<byte[]>(type: "bytea", nullable: false),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    not_before = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lease = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_over_news", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_hand_over_case_id",
                table: "hand_over",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_hand_over_ended_person",
                table: "hand_over",
                columns: new[] { "ended", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_hand_over_news_hand_over_id",
                table: "hand_over_news",
                columns: new[] { "hand_over", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hand_over");

            migrationBuilder.DropTable(
                name: "hand_over_news");
        }
    }
}
