namespace SupportBot.Directory;

/// <summary>A row on its way through the merge: put into our form, with what is wrong with it, and with the id of whoever it means.</summary>
internal sealed class RowInMerge
{
    private readonly List<PeopleFault> _faults = [];

    public RowInMerge(PersonRow row, District district)
    {
        Row = row;
        Name = string.Join(' ', row.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // Addresses that differ in case alone are one.
        Mail = row.Mail.Trim().ToLowerInvariant();
        EntraId = string.IsNullOrWhiteSpace(row.EntraId) ? null : row.EntraId.Trim().ToLowerInvariant();
        Phone = row.Phone is null ? null : PersonChecks.PlainPhone(row.Phone.Trim());
        if (row.Refused is { } refused) Refuse(refused.What, refused.Cure);
        Check(PersonChecks.Name(Name));
        Check(PersonChecks.Mail(Mail));
        if (EntraId is not null && PersonChecks.EntraId(EntraId) is { } noAccount)
        {
            Check(noAccount);
            EntraId = null;
        }

        if (Phone is { Length: > 0 }) Check(PersonChecks.Phone(Phone));
        foreach (var other in row.OtherNames ?? []) Check(PersonChecks.Name(other));
        Posts = row.Posts is null ? null : PostsOf(row.Posts, district);
        Trainings = row.Trainings is null ? null : TrainingsOf(row.Trainings, district);
    }

    public PersonRow Row { get; }

    public string Name { get; }

    public string Mail { get; }

    public string? EntraId { get; }

    /// <summary>Null where the source does not tell.</summary>
    public string? Phone { get; }

    public IReadOnlyList<Post>? Posts { get; }

    /// <summary>Null where the source does not tell, and where it tells nothing that can be read.</summary>
    public IReadOnlyList<TrainingOnRecord>? Trainings { get; }

    public bool IsRefused { get; private set; }

    /// <summary>Whom it means; null as long as nobody knows.</summary>
    public string? Id { get; set; }

    public IReadOnlyList<PeopleFault> Faults => _faults;

    public void Refuse(string what, string cure)
    {
        IsRefused = true;
        _faults.Add(new PeopleFault(Row.Where, what, cure));
    }

    public void Remark(string what, string cure) => _faults.Add(new PeopleFault(Row.Where, what, cure, IsRefusal: false));

    private void Check(Complaint? complaint)
    {
        if (complaint is { } wrong) Refuse(wrong.What, wrong.Cure);
    }

    // Staff without a role exist: whom the bot leads through a protocol, or whose name keeps them away from a report. But a row that names
    // roles of which none is known is a mistake, and would take somebody off duty without a word.
    private List<Post> PostsOf(IReadOnlyList<string> texts, District district)
    {
        List<Post> posts = [];
        foreach (var text in texts)
        {
            if (PostText.Read(text, district, out var post) is { } wrong) _faults.Add(new PeopleFault(Row.Where, wrong.What, wrong.Cure));
            else if (!posts.Contains(post)) posts.Add(post);
        }

        if (texts.Count > 0 && posts.Count == 0) Refuse("none of the roles is known", "put the roles right; until then the person stays as they were");
        return posts;
    }

    // A slip in one training takes no other away; where none can be read, what was on record stays.
    private List<TrainingOnRecord>? TrainingsOf(IReadOnlyList<string> texts, District district)
    {
        List<TrainingOnRecord> records = [];
        foreach (var text in texts)
        {
            if (TrainingText.Read(text, district, out var record) is { } wrong) _faults.Add(new PeopleFault(Row.Where, wrong.What, wrong.Cure));
            else if (!records.Contains(record)) records.Add(record);
        }

        return texts.Count > 0 && records.Count == 0 ? null : records;
    }
}
