using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "log_row",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    protocol = table.Column<string>(type: "TEXT", nullable: false),
                    school = table.Column<string>(type: "TEXT", nullable: false),
                    jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    school_year = table.Column<int>(type: "INTEGER", nullable: false),
                    reported = table.Column<int>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    grades = table.Column<string>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    held = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_row", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_log_row_case_id",
                table: "log_row",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_log_row_school_year",
                table: "log_row",
                column: "school_year");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "log_row");
        }
    }
}
