using Amazon.Runtime;
using AppFlow.Fluent.Benchmarks.Requests;

namespace AppFlow.Fluent.Benchmarks.Guards;

/// <summary>The bytes that one thread allocates, with a network that answers at once from memory.</summary>
internal static class AllocationGuards
{
    private const int WarmUps = 1_000;
    private const int Batches = 10;
    private const int BatchSize = 1_000;

    public static IEnumerable<Guard> All()
    {
        foreach (var (size, atMost) in new[] { (UpdateSize.Full, 872), (UpdateSize.Minimal, 704) })
        {
            var benchmark = new RequestBenchmark { Size = size };
            benchmark.Prepare();
            yield return new Guard($"bytes to build, validate, serialise and sign one update, {size}", BytesOf(() => benchmark.Ours()), atMost);
        }

        using var network = new ReadyAnswers();
        using var http = new HttpClient(network);
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = new Uri("http://127.0.0.1:1"),
            Credentials = new BasicAWSCredentials("benchmark", "benchmark-secret"),
            HttpClient = http,
        });
        yield return new Guard("bytes of one call, with the answer that a network without a socket makes", BytesOf(() => Finish(SampleUpdate.Full().SendAsync(client))), 3_128);
    }

    // The minimum of several batches, because some include objects that are created once a second.
    private static long BytesOf(Action action)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            action();
        }

        return Enumerable.Range(0, Batches).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < BatchSize; i++)
            {
                action();
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / BatchSize;
        });
    }

    private static void Finish(Task call)
    {
        if (!call.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The call was not answered at once.", call.Exception);
        }
    }
}
