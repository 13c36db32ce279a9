using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Writes what a turn changes of hand-overs, in the turn's own transaction.</summary>
internal static class HandOverWriter
{
    private static readonly Sql Open = new(
        "INSERT INTO hand_over(id, case_id, person, role, opened, ended, version, address) VALUES(@id, @case, @person, @role, @opened, 0, 1, @address)",
        "b:id b:case t:person t:role l:opened b:address");
    private static readonly Sql Touch = new("UPDATE hand_over SET version=version+1 WHERE id=@id AND ended=0", "b:id");
    private static readonly Sql End = new("UPDATE hand_over SET version=version+1, ended=@ended, address=NULL WHERE id=@id AND ended=0", "i:ended b:id");
    private static readonly Sql Tell = new(
        "INSERT INTO hand_over_news(hand_over, case_id, person, kind, words, not_before, attempts, lease) VALUES(@handover, @case, @person, @kind, @words, @notbefore, 0, 0)",
        "b:handover b:case t:person i:kind b:words l:notbefore");

    /// <param name="address">Of the turn's conversation, sealed.</param>
    public static void Write(Link link, HandOverCommit change, byte[]? address, long now)
    {
        var (id, caseId) = (Ids.Bytes(change.Id), Ids.Bytes(change.CaseId));
        if (change.Opens) link.Run(Open, id, caseId, change.PersonId, change.Role, now, address);
        else if (change.Ends is { } end) link.Run(End, (int)end + 1, id);
        else link.Run(Touch, id);
        foreach (var news in change.News)
            link.Run(Tell, id, caseId, change.PersonId, (int)news.Kind, news.WordsId is { } words ? Ids.Bytes(words) : null, now);
    }
}
