using System.Diagnostics;
using System.Globalization;

namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>Starts probes and waits for their output.</summary>
internal static class ProbeRunner
{
    public static async Task<Start> StartAsync(PublishedProbe probe, ProbeServer server, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(probe.Executable, [server.Address]) { RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_ACCESS_KEY_ID"] = "benchmark";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "benchmark-secret";
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL_APPFLOW"] = server.Address;
        if (server.TrustFile is { } trustFile)
        {
            // OpenSSL reads it, and with it .NET on Linux: no probe has code for it.
            start.Environment["SSL_CERT_FILE"] = trustFile;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadLineAsync(cancellationToken);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 && answer is not null
            ? new Start(elapsed, double.Parse(answer, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The probe {probe.Probe.Project} ({probe.Kind.Title}) failed; what it said stands above.");
    }
}
