using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AbsenceFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "absence_case",
                columns: table => new
                {
                    student = table.Column<byte[]>(type: "bytea", nullable: false),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    until = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absence_case", x => x.student);
                });

            migrationBuilder.CreateTable(
                name: "absence_figure",
                columns: table => new
                {
                    student = table.Column<byte[]>(type: "bytea", nullable: false),
                    year = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<int>(type: "integer", nullable: false),
                    school = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<int>(type: "integer", nullable: false),
                    ct = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absence_figure", x => new { x.student, x.year, x.as_of });
                });

            migrationBuilder.CreateIndex(
                name: "IX_absence_case_case_id",
                table: "absence_case",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_absence_figure_school",
                table: "absence_figure",
                column: "school");

            migrationBuilder.CreateIndex(
                name: "IX_absence_figure_until",
                table: "absence_figure",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence_case");

            migrationBuilder.DropTable(
                name: "absence_figure");
        }
    }
}
