using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace SupportBot.Storage;

/// <summary>The tables, alike in both databases. Used for migrations and for the console's queries; turns are written in plain SQL.</summary>
internal abstract partial class StoreDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<CaseFileRow> Cases => Set<CaseFileRow>();

    public DbSet<AlertDeliveryRow> Deliveries => Set<AlertDeliveryRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        Conversations(model);
        Casework(model);
        Work(model);
        Reach(model);
        HandOvers(model);
        People(model);
        Surveys(model);
        Runs(model);
        Absences(model);
        PublicLog(model);
        Trainings(model);
        Beginnings(model);
        foreach (var table in model.Model.GetEntityTypes())
        {
            table.SetTableName(Snake(table.ClrType.Name[..^"Row".Length]));
            foreach (var column in table.GetProperties()) column.SetColumnName(Snake(column.Name));
        }
    }

    private static void Conversations(ModelBuilder model)
    {
        model.Entity<ConversationRow>().HasIndex(c => c.Expires);
        model.Entity<TranscriptRow>().HasKey(t => new { t.Conversation, t.Revision });
        model.Entity<OutgoingRow>().HasKey(o => new { o.Conversation, o.Revision });
        model.Entity<OutgoingRow>().HasIndex(o => o.Due);
        model.Entity<TurnKeyRow>().HasKey(k => k.Hash);
        model.Entity<TurnKeyRow>().HasIndex(k => k.Day);
        model.Entity<ProtocolVersionRow>().HasKey(p => new { p.Key, p.Hash });
    }

    private static void Casework(ModelBuilder model)
    {
        model.Entity<CaseFileRow>(file =>
        {
            file.HasIndex(c => c.Number).IsUnique();
            file.HasIndex(c => new { c.School, c.Closed });
            file.HasIndex(c => c.Owner);
        });
        model.Entity<OpenTaskRow>(task =>
        {
            task.HasKey(t => new { t.CaseId, t.Task, t.Role });
            task.HasIndex(t => new { t.Role, t.Due });
            task.HasIndex(t => new { t.Owner, t.Due });
            task.HasIndex(t => new { t.Due, t.Number, t.Task });
        });
        model.Entity<CaseWordsRow>(words =>
        {
            words.HasKey(w => w.Seq);
            words.HasIndex(w => w.Id).IsUnique();
            words.HasIndex(w => w.CaseId);
            words.HasOne<CaseFileRow>().WithMany().HasForeignKey(w => w.CaseId);
        });
        model.Entity<CaseKeyRow>(key =>
        {
            key.HasKey(k => k.CaseId);
            key.HasIndex(k => k.Locator).IsUnique();
            key.HasOne<CaseFileRow>().WithOne().HasForeignKey<CaseKeyRow>(k => k.CaseId);
        });
        model.Entity<AlertDeliveryRow>(delivery =>
        {
            delivery.HasKey(d => new { d.Person, d.CaseId, d.Alert, d.Rung });
            delivery.HasIndex(d => new { d.Person, d.Sent });
        });
    }

    private static void Work(ModelBuilder model)
    {
        model.Entity<ToldRow>().HasKey(t => t.Subject);
        model.Entity<OutboxRow>().HasIndex(o => new { o.Urgent, o.NotBefore });
        model.Entity<DeadlineRow>().HasIndex(d => d.Due);
        model.Entity<DeadlineRow>().HasIndex(d => d.Conversation);
        model.Entity<DeadlineRow>().HasIndex(d => d.CaseId);
        model.Entity<AuditRow>().HasKey(a => a.Seq);
        model.Entity<AuditRow>().Property(a => a.Seq).ValueGeneratedNever();
        model.Entity<AuditRow>().HasIndex(a => a.CaseId);
        model.Entity<AuditHeadRow>().Property(h => h.Id).ValueGeneratedNever();
        model.Entity<StoreMarkRow>().Property(m => m.Id).ValueGeneratedNever();
    }

    private static void Reach(ModelBuilder model)
    {
        model.Entity<ContactRow>().HasKey(c => c.Person);
        model.Entity<UnreachedRow>().HasKey(u => new { u.Person, u.Channel });
        model.Entity<SendRow>().HasIndex(s => new { s.State, s.Urgent, s.Due });
        model.Entity<SendRow>().HasIndex(s => new { s.State, s.Channel, s.Urgent, s.Due });
        model.Entity<SendRow>().HasIndex(s => new { s.CaseId, s.Subject, s.Rung });
        model.Entity<CardCopyRow>().HasKey(c => new { c.CaseId, c.Subject, c.Person });
        model.Entity<UsedNonceRow>().HasKey(n => n.Hash);
        model.Entity<UsedNonceRow>().HasIndex(n => n.Day);
    }

    private static string Snake(string name) => Capital().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Capital();
}
