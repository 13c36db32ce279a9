namespace AlertBench;

/// <summary>What is told of many measurements.</summary>
internal static class Figures
{
    public static double At(this IReadOnlyCollection<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    public static string Told(this IReadOnlyCollection<double> values) => $"p50 {values.At(0.5):F1} ms, p99 {values.At(0.99):F1} ms, worst {values.Max():F1} ms ({values.Count})";
}
