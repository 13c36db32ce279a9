using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "card_copy",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shown = table.Column<string>(type: "TEXT", nullable: false),
                    sent = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_copy", x => new { x.case_id, x.subject, x.person });
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<byte[]>(type: "BLOB", nullable: false),
                    updated = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "send",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    rung = table.Column<int>(type: "INTEGER", nullable: false),
                    urgent = table.Column<int>(type: "INTEGER", nullable: false),
                    climbs = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_send", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unreached",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unreached", x => new { x.person, x.channel });
                });

            migrationBuilder.CreateTable(
                name: "used_nonce",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_nonce", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_send_case_id_subject_rung",
                table: "send",
                columns: new[] { "case_id", "subject", "rung" });

            migrationBuilder.CreateIndex(
                name: "IX_send_state_urgent_due",
                table: "send",
                columns: new[] { "state", "urgent", "due" });

            migrationBuilder.CreateIndex(
                name: "IX_used_nonce_day",
                table: "used_nonce",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "card_copy");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "send");

            migrationBuilder.DropTable(
                name: "unreached");

            migrationBuilder.DropTable(
                name: "used_nonce");
        }
    }
}
