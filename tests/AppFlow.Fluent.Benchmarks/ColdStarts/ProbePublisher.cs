using System.Text.RegularExpressions;
using AppFlow.Fluent.Benchmarks.Packages;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>Publishes probes with the installed SDK. Unchanged probes are not recompiled.</summary>
internal static partial class ProbePublisher
{
    private static readonly string[] NotShipped = [".pdb", ".dbg", ".xml"];

    /// <returns>The probe, or null if this machine cannot compile it that way; the log next to it says why.</returns>
    public static async Task<PublishedProbe?> PublishAsync(
        Probe probe, ProbeKind kind, PackedProjects library, CancellationToken cancellationToken)
    {
        var folder = Repository.Scratch(Path.Combine("probes", kind.Name));
        var output = Path.Combine(folder, "published", probe.Project);
        DeleteIfThere(output);
        if (kind == ProbeKind.Aot)
        {
            // Its warnings are only reported when it is compiled.
            DeleteIfThere(Path.Combine(folder, "obj", probe.Project));
        }

        var arguments = ArgumentsFor(probe, kind, library, folder, output);
        return await SdkCommand.RunAsync(arguments, Path.Combine(folder, probe.Project + ".log"), cancellationToken) is { } log
            ? new PublishedProbe(probe, kind, ExecutableIn(output, probe), SizeOf(output), WarningsIn(log))
            : null;
    }

    private static IEnumerable<string> ArgumentsFor(Probe probe, ProbeKind kind, PackedProjects library, string folder, string output)
    {
        yield return "publish";
        yield return Path.Combine(Repository.Probes, probe.Project, probe.Project + ".csproj");
        yield return "--configuration";
        yield return "Release";
        yield return "--nologo";

        // Each kind has its own intermediate files, separate from those of ordinary builds.
        yield return "--artifacts-path";
        yield return folder;
        yield return "--output";
        yield return output;
        yield return "-p:ProbeKind=" + kind.Name;
        yield return "-p:LibraryFeed=" + library.Feed;
        yield return "-p:LibraryVersion=" + library.Version;
        if (kind == ProbeKind.Aot && NativeLinker.Argument is { } linker)
        {
            yield return linker;
        }
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string ExecutableIn(string output, Probe probe) =>
        Path.Combine(output, OperatingSystem.IsWindows() ? probe.Project + ".exe" : probe.Project);

    private static long SizeOf(string output) => new DirectoryInfo(output)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => !NotShipped.Contains(file.Extension))
        .Sum(file => file.Length);

    private static int WarningsIn(string log) => Warning().Matches(log).Select(match => match.Value).Distinct().Count();

    [GeneratedRegex(@"^.*\bwarning [A-Z]+\d+:.*$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
