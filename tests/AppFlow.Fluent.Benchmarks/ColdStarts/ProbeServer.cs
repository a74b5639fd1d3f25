using AppFlow.Fluent.Benchmarks.Calls;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>The server that probes call, in its own process.</summary>
internal sealed class ProbeServer : IDisposable
{
    private readonly OwnProcess _process;

    private ProbeServer(OwnProcess process, string title, string address, string? trustFile)
    {
        _process = process;
        Title = title;
        Address = address;
        TrustFile = trustFile;
    }

    /// <summary>The name of its transport in tables.</summary>
    public string Title { get; }

    public string Address { get; }

    /// <summary>The certificate that its clients have to trust; null for plain HTTP.</summary>
    public string? TrustFile { get; }

    /// <summary>Starts one server of each kind: over TLS, as users call the service, if a program can be told what to trust; and over plain HTTP.</summary>
    public static async Task<IReadOnlyList<ProbeServer>> StartAllAsync(CancellationToken cancellationToken)
    {
        var plain = await StartAsync("plain HTTP", null, cancellationToken);
        return OperatingSystem.IsLinux()
            ? [await StartAsync("TLS", Path.Combine(Repository.Scratch("probes"), "trusted.pem"), cancellationToken), plain]
            : [plain];
    }

    private static async Task<ProbeServer> StartAsync(string title, string? trustFile, CancellationToken cancellationToken)
    {
        var process = OwnProcess.Start(trustFile is null ? ["server"] : ["server", "--tls", trustFile]);
        return new ProbeServer(process, title, await process.ReadLineAsync(cancellationToken), trustFile);
    }

    public void Dispose() => _process.Dispose();
}
