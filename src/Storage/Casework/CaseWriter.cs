using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Writes a sealed step with everything that belongs to it: row, keys, words, notices, deadlines, audit.</summary>
internal static class CaseWriter
{
    private static readonly Sql Insert = new(
        """
        INSERT INTO case_file(id, number, kind, school, severity, state, owner, revision, opened, closed, facts, excluded)
        VALUES(@id, @number, @kind, @school, @severity, @state, @owner, 1, @opened, @closed, @facts, @excluded) ON CONFLICT DO NOTHING
        """,
        "b:id t:number t:kind t:school i:severity t:state t:owner l:opened l:closed t:facts b:excluded");
    private static readonly Sql Update = new(
        """
        UPDATE case_file SET school=@school, severity=@severity, state=@state, owner=@owner, revision=revision+1, closed=@closed, facts=@facts, excluded=@excluded
        WHERE id=@id AND revision=@expected
        """,
        "t:school i:severity t:state t:owner l:closed t:facts b:excluded b:id i:expected");
    private static readonly Sql AddKey = new(
        "INSERT INTO case_key(case_id, epoch, slot_d, locator, salt, slot_r) VALUES(@case, @epoch, @slotd, @locator, @salt, @slotr)",
        "b:case t:epoch b:slotd b:locator b:salt b:slotr");
    private static readonly Sql AddWords = new(
        "INSERT INTO case_words(id, case_id, kind, about, label, author, at, ct) VALUES(@id, @case, @kind, @about, @label, @author, @at, @ct)",
        "b:id b:case i:kind t:about t:label t:author l:at b:ct");
    private static readonly Sql EraseWords = new(
        "DELETE FROM case_words WHERE case_id=@case AND kind IN (@answer, @note) AND (about=@task OR substr(about, 1, length(@start))=@start)",
        "b:case i:answer i:note t:task t:start");
    private static readonly Sql AddNotice = new(
        """
        INSERT INTO outbox(case_id, kind, subject, role, rung, urgent, not_before, attempts, lease)
        VALUES(@case, @kind, @subject, @role, @rung, @urgent, @notbefore, 0, 0)
        """,
        "b:case i:kind t:subject t:role i:rung i:urgent l:notbefore");
    private static readonly Sql AddDeadline = new(
        "INSERT INTO deadline(kind, case_id, subject, token, due, lease) VALUES(@kind, @case, @subject, @token, @due, 0)",
        "i:kind b:case t:subject t:token l:due");

    /// <returns>False where the case is at another revision, or its id or number is taken: nothing of it may stand then.</returns>
    public static bool Write(WriteSession session, SealedCase sealedCase)
    {
        var (link, step, id) = (session.Link, sealedCase.Step, sealedCase.Id);
        var written = sealedCase.ExpectedRevision == 0 ? Open(link, sealedCase) : Change(link, sealedCase);
        if (!written) return false;
        foreach (var task in step.Erased) link.Run(EraseWords, id, (int)WordsKind.TaskAnswer, (int)WordsKind.Note, task, $"{task}/");
        for (var i = 0; i < step.Words.Count; i++)
        {
            var words = step.Words[i];
            link.Run(AddWords, Ids.Bytes(words.Id), id, (int)words.Kind, words.About, words.Label, words.Author.ToString(), Ids.Ticks(words.At), sealedCase.Words[i]);
        }

        OpenTaskRows.Write(session, step.Case, id, opens: sealedCase.ExpectedRevision == 0);
        foreach (var notice in step.Notices) Tell(link, notice);
        foreach (var deadline in step.Deadlines)
            link.Run(AddDeadline, (int)deadline.Kind, id, deadline.Subject, deadline.Token, Ids.Ticks(deadline.Due));
        LogWriter.Write(link, id, step.Log);
        session.Audit(step.Audit);
        return true;
    }

    /// <summary>Puts something to tell people into the outbox.</summary>
    public static void Tell(Link link, Notice notice) =>
        link.Run(AddNotice, Ids.Bytes(notice.CaseId), (int)notice.Kind, notice.Subject, notice.Role, notice.Rung, notice.Urgent ? 1 : 0, Ids.Ticks(notice.NotBefore));

    private static bool Open(Link link, SealedCase sealedCase)
    {
        var @case = sealedCase.Step.Case;
        var keys = sealedCase.Keys ?? throw new InvalidOperationException("A case opens with its key.");
        var written = link.Run(
            Insert, sealedCase.Id, @case.Number, @case.Kind, @case.SchoolId, (int)@case.Severity, @case.State, @case.Owner,
            Ids.Ticks(@case.OpenedAt), @case.ClosedAt?.UtcTicks, sealedCase.Facts, sealedCase.Excluded);
        if (written == 0) return false;
        link.Run(AddKey, sealedCase.Id, keys.Epoch, keys.SlotD, keys.Locator, keys.Salt, keys.SlotR);
        return true;
    }

    private static bool Change(Link link, SealedCase sealedCase)
    {
        var @case = sealedCase.Step.Case;
        return link.Run(
            Update, @case.SchoolId, (int)@case.Severity, @case.State, @case.Owner, @case.ClosedAt?.UtcTicks,
            sealedCase.Facts, sealedCase.Excluded, sealedCase.Id, sealedCase.ExpectedRevision) == 1;
    }
}
