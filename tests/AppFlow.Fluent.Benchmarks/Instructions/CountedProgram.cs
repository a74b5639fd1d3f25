using System.Diagnostics;
using AppFlow.Fluent.Benchmarks.ColdStarts;
using AppFlow.Fluent.Benchmarks.Packages;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Instructions;

/// <summary>The program of <c>Probes/Counted</c> as Native AOT.</summary>
/// <param name="Executable">Where it is.</param>
internal sealed record CountedProgram(string Executable)
{
    private const string Project = "Counted";

    /// <param name="withPeer">Whether it can also call with the AWS SDK.</param>
    /// <param name="cancellationToken">Cancels the compilation.</param>
    /// <exception cref="InvalidOperationException">It cannot be compiled on this machine.</exception>
    public static async Task<CountedProgram> PublishAsync(bool withPeer, CancellationToken cancellationToken)
    {
        var folder = Repository.Scratch(Path.Combine("instructions", withPeer ? "peer" : "own"));
        var output = Path.Combine(folder, "published");
        var log = Path.Combine(folder, Project + ".log");
        if (await SdkCommand.RunAsync(Arguments(withPeer, folder, output), log, cancellationToken) is null)
        {
            throw new InvalidOperationException($"The counted program cannot be published as Native AOT: see {log}.");
        }

        var program = new CountedProgram(Path.Combine(output, Project));
        await program.RemoveDebugLinkAsync(cancellationToken);
        return program;
    }

    private static IEnumerable<string> Arguments(bool withPeer, string folder, string output)
    {
        yield return "publish";
        yield return Path.Combine(Repository.Probes, Project, Project + ".csproj");
        yield return "--configuration";
        yield return "Release";
        yield return "--nologo";
        yield return "--artifacts-path";
        yield return folder;
        yield return "--output";
        yield return output;
        yield return "-p:ProbeKind=" + ProbeKind.Aot.Name;
        yield return $"-p:CountPeer={(withPeer ? "true" : "false")}";
        if (NativeLinker.Argument is { } linker)
        {
            yield return linker;
        }
    }

    // valgrind reads the file that the link names, and fails on it.
    private async Task RemoveDebugLinkAsync(CancellationToken cancellationToken)
    {
        File.Delete(Executable + ".dbg");
        using var process = Process.Start("objcopy", ["--remove-section", ".gnu_debuglink", Executable]);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("objcopy failed; what it said stands above.");
        }
    }
}
