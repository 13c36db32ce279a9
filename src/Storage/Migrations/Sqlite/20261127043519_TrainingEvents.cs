using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TrainingEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "room",
                table: "training_session",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "training_event",
                columns: table => new
                {
                    session = table.Column<byte[]>(type: "BLOB", nullable: false),
                    way = table.Column<int>(type: "INTEGER", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: true),
                    change_key = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    guests = table.Column<string>(type: "TEXT", nullable: false),
                    sent = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    wanted = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_event", x => x.session);
                    table.ForeignKey(
                        name: "FK_training_event_training_session_session",
                        column: x => x.session,
                        principalTable: "training_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_training_event_due",
                table: "training_event",
                column: "due");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "training_event");

            migrationBuilder.DropColumn(
                name: "room",
                table: "training_session");
        }
    }
}
