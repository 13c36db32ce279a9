using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "training_event",
                columns: table => new
                {
                    session = table.Column<byte[]>(type: "bytea", nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: true),
                    change_key = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    guests = table.Column<string>(type: "text", nullable: false),
                    sent = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    wanted = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lease = table.Column<long>(type: "bigint", nullable: false)
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
