using System.Text.RegularExpressions;

namespace SupportBot.EndToEnd;

/// <summary>
/// Reads what <c>strace -f -ttt -y</c> wrote down and judges each answer to a posted turn: was everything that was written to the
/// database's journal by then also forced to disk? strace stops a thread at each call, so the order of its lines is the order of events.
/// </summary>
internal static partial class SystemCallTrace
{
    /// <summary>What strace must write down.</summary>
    public static readonly string[] Options = ["-f", "--seccomp-bpf", "-ttt", "-y", "-s", "2000", "-e", "trace=pwrite64,fsync,fdatasync,sendto,sendmsg,write,writev"];

    /// <returns>For each answer, in order, whether its turn was on disk before the first byte of it left.</returns>
    public static IReadOnlyList<bool> Judge(IEnumerable<string> lines)
    {
        List<bool> answers = [];
        var syncing = new Dictionary<string, int>();
        int written = 0, onDisk = 0, writtenAtLastAnswer = 0;
        foreach (var line in lines)
        {
            if (Begun().Match(line) is { Success: true } begun)
            {
                var (thread, call, ofJournal) = (begun.Groups[1].Value, begun.Groups[2].Value, begun.Groups[3].Value.EndsWith("-wal", StringComparison.Ordinal));
                if (call.EndsWith("sync", StringComparison.Ordinal))
                {
                    // What is written while it runs is not covered by it.
                    if (ofJournal) syncing[thread] = written;
                    if (Succeeded().IsMatch(line) && syncing.Remove(thread, out var covered)) onDisk = Math.Max(onDisk, covered);
                }
                else if (ofJournal)
                {
                    written++;
                }
                else if (AnswerToTurn().IsMatch(line))
                {
                    answers.Add(written > writtenAtLastAnswer && onDisk == written);
                    writtenAtLastAnswer = written;
                }
            }
            else if (Resumed().Match(line) is { Success: true } resumed && syncing.Remove(resumed.Groups[1].Value, out var covered) && Succeeded().IsMatch(line))
            {
                onDisk = Math.Max(onDisk, covered);
            }
        }

        return answers;
    }

    [GeneratedRegex(@"^(\d+)\s+[\d.]+ (\w+)\(\d+<([^>]*)>")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(\d+)\s+[\d.]+ <\.\.\. (?:fsync|fdatasync) resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"\)\s+= 0$")]
    private static partial Regex Succeeded();

    // {"id":"<conversation>|<sequence>"} is how Direct Line answers a message that was taken.
    [GeneratedRegex(@"""HTTP/1\.1 200 OK\\r\\n.*\\r\\n\\r\\n\{\\""id\\"":\\""[^|]+\|\d{7}\\""\}""")]
    private static partial Regex AnswerToTurn();
}
