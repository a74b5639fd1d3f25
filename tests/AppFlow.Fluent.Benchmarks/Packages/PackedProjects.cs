using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.Packages;

/// <summary>Projects of this repository as users get them: as packages.</summary>
/// <param name="Feed">Their folder.</param>
/// <param name="Version">A version unique to this run, so that no cached package is used.</param>
internal sealed record PackedProjects(string Feed, string Version)
{
    /// <summary>The library, and the analyzers that its package depends on.</summary>
    public static IReadOnlyList<string> Library { get; } = ["analyzers/AppFlow.Fluent.Analyzers.Package", "src/AppFlow.Fluent"];

    /// <summary>Packs the projects.</summary>
    /// <param name="scratch">The folder, below that of all benchmarks, that the feed is made in.</param>
    /// <param name="projects">Folders of the projects, from the repository's root.</param>
    /// <param name="options">Further arguments of <c>dotnet pack</c>.</param>
    /// <param name="cancellationToken">Ends the packing.</param>
    public static async Task<PackedProjects> PackAsync(
        string scratch, IEnumerable<string> projects, IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        var packed = new PackedProjects(
            Repository.Scratch(Path.Combine(scratch, "packages")),
            $"0.0.0-probe.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");
        foreach (var project in projects)
        {
            var log = Path.Combine(packed.Feed, Path.GetFileName(project) + ".log");
            if (await SdkCommand.RunAsync([.. packed.Arguments(project), .. options], log, cancellationToken) is null)
            {
                throw new InvalidOperationException($"{project} cannot be packed: see {log}.");
            }
        }

        return packed;
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
    ];
}
