namespace SupportBot.Training;

/// <summary>What another book says of one training of one person: the directory.</summary>
/// <param name="Since">Day on which it was done; null where that book does not tell.</param>
/// <param name="Until">Last day on which it counts.</param>
public sealed record ToldTraining(DateOnly? Since, DateOnly Until);

/// <summary>Whether somebody has a training that work asks for, such as that of a screener. Decision 0036.</summary>
public static class TrainingRight
{
    /// <summary>
    /// True where a completion counts that day, or another book says so. What was taken back here beats what that book says, but for an entry which says that it was done on a
    /// later day: that is another training. A book that tells no day may only repeat what was taken back.
    /// </summary>
    /// <param name="told">What another book says of this training.</param>
    /// <param name="done">The person's completions of courses that grant it, revoked ones among them; of waivers there is no word, because they train nobody.</param>
    public static bool IsHeldOn(DateOnly day, IReadOnlyCollection<ToldTraining> told, IReadOnlyCollection<Completion> done)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(done);
        if (done.Any(c => c.CountsOn(day))) return true;
        var takenBack = done.Where(c => c.Revoked).Select(c => (DateOnly?)c.On).Max();
        return told.Any(t => t.Until >= day && !(t.Since > day) && (takenBack is null || t.Since > takenBack));
    }
}
