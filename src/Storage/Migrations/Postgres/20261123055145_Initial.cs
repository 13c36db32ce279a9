using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SupportBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alert_delivery",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    alert = table.Column<string>(type: "text", nullable: false),
                    rung = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    sent = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_delivery", x => new { x.person, x.case_id, x.alert, x.rung });
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    prev = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_file",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    school = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    opened = table.Column<long>(type: "bigint", nullable: false),
                    closed = table.Column<long>(type: "bigint", nullable: true),
                    facts = table.Column<string>(type: "text", nullable: false),
                    excluded = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conversation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    timers = table.Column<int>(type: "integer", nullable: false),
                    timers_before = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<byte[]>(type: "bytea", nullable: false),
                    server_slot = table.Column<byte[]>(type: "bytea", nullable: true),
                    expires = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    conversation = table.Column<byte[]>(type: "bytea", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    token = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    lease = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    rung = table.Column<int>(type: "integer", nullable: false),
                    urgent = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lease = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protocol_version",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    canonical = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protocol_version", x => new { x.key, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "store_mark",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    keys = table.Column<string>(type: "text", nullable: false),
                    probed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_store_mark", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "transcript",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    first = table.Column<int>(type: "integer", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    ct = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transcript", x => new { x.conversation, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "turn_key",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_turn_key", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "case_key",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    epoch = table.Column<string>(type: "text", nullable: false),
                    slot_d = table.Column<byte[]>(type: "bytea", nullable: false),
                    locator = table.Column<byte[]>(type: "bytea", nullable: true),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    slot_r = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_key", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_case_key_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_words",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<byte[]>(type: "bytea", nullable: true),
                    case_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    ct = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_words", x => x.seq);
                    table.ForeignKey(
                        name: "FK_case_words_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alert_delivery_person_sent",
                table: "alert_delivery",
                columns: new[] { "person", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_case_id",
                table: "audit",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_file_number",
                table: "case_file",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_file_owner",
                table: "case_file",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_case_file_school_closed",
                table: "case_file",
                columns: new[] { "school", "closed" });

            migrationBuilder.CreateIndex(
                name: "IX_case_key_locator",
                table: "case_key",
                column: "locator",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_words_case_id",
                table: "case_words",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_words_id",
                table: "case_words",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_expires",
                table: "conversation",
                column: "expires");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_case_id",
                table: "deadline",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_conversation",
                table: "deadline",
                column: "conversation");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_due",
                table: "deadline",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_urgent_not_before",
                table: "outbox",
                columns: new[] { "urgent", "not_before" });

            migrationBuilder.CreateIndex(
                name: "IX_turn_key_day",
                table: "turn_key",
                column: "day");

            // by hand
            AuditIsAppendOnly.OnPostgres(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_delivery");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "case_key");

            migrationBuilder.DropTable(
                name: "case_words");

            migrationBuilder.DropTable(
                name: "conversation");

            migrationBuilder.DropTable(
                name: "deadline");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "protocol_version");

            migrationBuilder.DropTable(
                name: "store_mark");

            migrationBuilder.DropTable(
                name: "transcript");

            migrationBuilder.DropTable(
                name: "turn_key");

            migrationBuilder.DropTable(
                name: "case_file");
        }
    }
}
