using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpenTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "beginning",
                columns: table => new
                {
                    protocol = table.Column<string>(type: "text", nullable: false),
                    entry = table.Column<string>(type: "text", nullable: false),
                    school = table.Column<string>(type: "text", nullable: false),
                    on_day = table.Column<int>(type: "integer", nullable: false),
                    told = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_beginning", x => new { x.protocol, x.entry, x.school, x.on_day });
                });

            migrationBuilder.CreateTable(
                name: "open_task",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    school = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_task", x => new { x.case_id, x.task, x.role });
                });

            migrationBuilder.CreateIndex(
                name: "IX_beginning_on_day",
                table: "beginning",
                column: "on_day");

            migrationBuilder.CreateIndex(
                name: "IX_open_task_due_number_task",
                table: "open_task",
                columns: new[] { "due", "number", "task" });

            migrationBuilder.CreateIndex(
                name: "IX_open_task_owner_due",
                table: "open_task",
                columns: new[] { "owner", "due" });

            migrationBuilder.CreateIndex(
                name: "IX_open_task_role_due",
                table: "open_task",
                columns: new[] { "role", "due" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "beginning");

            migrationBuilder.DropTable(
                name: "open_task");
        }
    }
}
