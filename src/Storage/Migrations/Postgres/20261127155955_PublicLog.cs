using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
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
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    protocol = table.Column<string>(type: "text", nullable: false),
                    school = table.Column<string>(type: "text", nullable: false),
                    jurisdiction = table.Column<string>(type: "text", nullable: false),
                    school_year = table.Column<int>(type: "integer", nullable: false),
                    reported = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    grades = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false)
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
