using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Hires : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hire",
                columns: table => new
                {
                    employee = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    hired_on = table.Column<int>(type: "integer", nullable: false),
                    ct = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hire", x => x.employee);
                });

            migrationBuilder.CreateTable(
                name: "hire_leave",
                columns: table => new
                {
                    employee = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<int>(type: "integer", nullable: false),
                    last_day = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hire_leave", x => new { x.employee, x.first_day });
                    table.ForeignKey(
                        name: "FK_hire_leave_hire_employee",
                        column: x => x.employee,
                        principalTable: "hire",
                        principalColumn: "employee",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_hire_person",
                table: "hire",
                column: "person",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hire_leave");

            migrationBuilder.DropTable(
                name: "hire");
        }
    }
}
