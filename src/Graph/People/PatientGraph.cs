using System.Net;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SupportBot.Graph;

/// <summary>Calls for a reading that nobody waits for: waits as Graph asks, a few times and not for long, then gives up with what Graph said.</summary>
internal sealed class PatientGraph(GraphCircuit circuit, TimeProvider time)
{
    private const int LargestBatch = 20;
    private const int MostWaits = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private int _waits;

    public async Task<GraphAnswer<T>> CallAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T?>> call, CancellationToken cancel)
    {
        while (true)
        {
            var answer = await circuit.CallAsync(call, cancel);
            if (answer.Failure is not { } failure || !await WaitAsync(failure, cancel)) return answer;
        }
    }

    /// <summary>Several requests at once, twenty a call. Answers stand in the order of the requests; those that were not taken for the time being were tried again.</summary>
    public async Task<IReadOnlyList<GraphAnswer<T>>> BatchAsync<T>(IReadOnlyList<Func<GraphServiceClient, RequestInformation>> requests, CancellationToken cancel)
        where T : IParsable, new()
    {
        var answers = new GraphAnswer<T>[requests.Count];
        var open = Enumerable.Range(0, requests.Count).ToList();
        while (open.Count > 0)
        {
            var now = open.Take(LargestBatch).ToList();
            var batch = await CallAsync((client, stop) => PostAsync<T>(client, [.. now.Select(at => requests[at](client))], stop), cancel);
            if (batch.Value is null) return [.. requests.Select(_ => new GraphAnswer<T>(default, batch.Failure ?? new GraphFailure(GraphFailureKind.Unreachable, "no-answer")))];
            foreach (var (at, answer) in now.Zip(batch.Value)) answers[at] = answer;
            var worst = batch.Value.Select(a => a.Failure).OfType<GraphFailure>().Where(f => f.Kind == GraphFailureKind.Throttled).MaxBy(f => f.RetryAfter);
            open.RemoveAll(at => now.Contains(at) && (answers[at].Failure?.Kind != GraphFailureKind.Throttled));
            if (worst is not null && !await WaitAsync(worst, cancel)) break;
        }

        // Not reached any more, because the waiting was given up.
        for (var at = 0; at < answers.Length; at++) answers[at] ??= new GraphAnswer<T>(default, new GraphFailure(GraphFailureKind.Throttled, "429"));
        return answers;
    }

    private async Task<bool> WaitAsync(GraphFailure failure, CancellationToken cancel)
    {
        if (failure.Kind is not (GraphFailureKind.Throttled or GraphFailureKind.Resting) || failure.RetryAfter > LongestWait || ++_waits > MostWaits) return false;
        await Task.Delay(failure.RetryAfter, time, cancel);
        return true;
    }

    private static async Task<IReadOnlyList<GraphAnswer<T>>?> PostAsync<T>(GraphServiceClient client, IReadOnlyList<RequestInformation> requests, CancellationToken stop)
        where T : IParsable, new()
    {
        var batch = new BatchRequestContentCollection(client);
        List<string> ids = [];
        foreach (var request in requests) ids.Add(await batch.AddBatchRequestStepAsync(request));
        var responses = await client.Batch.PostAsync(batch, stop);
        List<GraphAnswer<T>> answers = [];
        foreach (var id in ids)
        {
            using var response = await responses.GetResponseByIdAsync(id);
            answers.Add(await AnswerAsync<T>(response, stop));
        }

        return answers;
    }

    private static async Task<GraphAnswer<T>> AnswerAsync<T>(HttpResponseMessage? response, CancellationToken stop)
        where T : IParsable, new()
    {
        if (response is null) return new GraphAnswer<T>(default, new GraphFailure(GraphFailureKind.Unreachable, "no-answer"));
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode) return new GraphAnswer<T>(await KiotaJsonSerializer.DeserializeAsync<T>(await response.Content.ReadAsStreamAsync(stop), stop), null);
        var kind = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => GraphFailureKind.Throttled,
            HttpStatusCode.Forbidden => GraphFailureKind.Forbidden,
            HttpStatusCode.NotFound => GraphFailureKind.NotFound,
            >= HttpStatusCode.InternalServerError => GraphFailureKind.Unreachable,
            _ => GraphFailureKind.Refused,
        };
        return new GraphAnswer<T>(default, new GraphFailure(kind, $"{status}", response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(5), status));
    }
}
