using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Trainings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "training_done",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: true),
                    revoked = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_done", x => new { x.person, x.course, x.done });
                });

            migrationBuilder.CreateTable(
                name: "training_session",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    starts = table.Column<long>(type: "INTEGER", nullable: false),
                    ends = table.Column<long>(type: "INTEGER", nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    school = table.Column<string>(type: "TEXT", nullable: true),
                    online = table.Column<int>(type: "INTEGER", nullable: false),
                    facilitators = table.Column<string>(type: "TEXT", nullable: false),
                    opens = table.Column<long>(type: "INTEGER", nullable: false),
                    closes = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    series = table.Column<string>(type: "TEXT", nullable: true),
                    cohort = table.Column<string>(type: "TEXT", nullable: true),
                    next_pass = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "training_waiver",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    given = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_waiver", x => new { x.person, x.course, x.given });
                });

            migrationBuilder.CreateTable(
                name: "training_seat",
                columns: table => new
                {
                    session = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    required = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    offer_until = table.Column<long>(type: "INTEGER", nullable: true),
                    checked_in = table.Column<long>(type: "INTEGER", nullable: true),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    waived = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_seat", x => new { x.session, x.person });
                    table.ForeignKey(
                        name: "FK_training_seat_training_session_session",
                        column: x => x.session,
                        principalTable: "training_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_training_done_serial",
                table: "training_done",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_seat_person",
                table: "training_seat",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_training_session_next_pass",
                table: "training_session",
                column: "next_pass");

            migrationBuilder.CreateIndex(
                name: "IX_training_session_starts",
                table: "training_session",
                column: "starts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "training_done");

            migrationBuilder.DropTable(
                name: "training_seat");

            migrationBuilder.DropTable(
                name: "training_waiver");

            migrationBuilder.DropTable(
                name: "training_session");
        }
    }
}
