using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EarlierCompletions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "brought",
                table: "training_done",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "source",
                table: "training_done",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "why",
                table: "training_done",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_done_brought",
                table: "training_done",
                column: "brought",
                filter: "brought IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_training_done_brought",
                table: "training_done");

            migrationBuilder.DropColumn(
                name: "brought",
                table: "training_done");

            migrationBuilder.DropColumn(
                name: "source",
                table: "training_done");

            migrationBuilder.DropColumn(
                name: "why",
                table: "training_done");
        }
    }
}
