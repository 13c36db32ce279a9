using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Accommodations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "training_accommodation",
                columns: table => new
                {
                    session = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    asked = table.Column<long>(type: "bigint", nullable: false),
                    arranged = table.Column<int>(type: "integer", nullable: false),
                    ct = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_accommodation", x => new { x.session, x.person });
                    table.ForeignKey(
                        name: "FK_training_accommodation_training_seat_session_person",
                        columns: x => new { x.session, x.person },
                        principalTable: "training_seat",
                        principalColumns: new[] { "session", "person" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "training_accommodation");
        }
    }
}
