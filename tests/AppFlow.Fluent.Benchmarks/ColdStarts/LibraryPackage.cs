using System.Runtime.InteropServices;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>
/// The library as users get it: the package, with machine code for this machine, and the analyzers' package that it depends on.
/// </summary>
/// <param name="Feed">Its folder.</param>
/// <param name="Version">A version unique to this run, so that no cached package is used.</param>
internal sealed record LibraryPackage(string Feed, string Version)
{
    public static async Task<LibraryPackage> PackAsync(CancellationToken cancellationToken)
    {
        var package = new LibraryPackage(
            Repository.Scratch(Path.Combine("probes", "packages")),
            $"0.0.0-probe.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");
        foreach (var project in (string[])["analyzers/AppFlow.Fluent.Analyzers.Package", "src/AppFlow.Fluent"])
        {
            var log = Path.Combine(package.Feed, Path.GetFileName(project) + ".log");
            if (await SdkCommand.RunAsync(package.Arguments(project), log, cancellationToken) is null)
            {
                throw new InvalidOperationException($"The library cannot be packed: see {log}.");
            }
        }

        return package;
    }

    private IEnumerable<string> Arguments(string project) =>
    [
        "pack",
        Path.Combine(Repository.Root, project),
        "--configuration",
        "Release",
        "--nologo",
        "--output",
        Feed,
        "-p:Version=" + Version,
        "-p:PackReadyToRun=" + RuntimeInformation.RuntimeIdentifier,
    ];
}
