using System.Diagnostics;
using System.Globalization;
using System.Security;
using AppFlow.Fluent.Benchmarks.Packages;
using AppFlow.Fluent.Benchmarks.Reports;

namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>A generated F# project, with the library and the checker from their packages.</summary>
internal sealed class FSharpProject
{
    private readonly string _folder;

    private FSharpProject(string folder, int files, int lines)
    {
        _folder = folder;
        Files = files;
        Lines = lines;
    }

    public int Files { get; }

    public int Lines { get; }

    public static async Task<FSharpProject> CreateAsync(int files, PackedProjects packages, CancellationToken cancellationToken)
    {
        var folder = Repository.Scratch(Path.Combine("fsharp", string.Create(CultureInfo.InvariantCulture, $"Shop{files}")));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var sources = Enumerable.Range(0, files)
            .Select(i => (Name: string.Create(CultureInfo.InvariantCulture, $"Orders{i}.fs"), Text: FSharpFile.Text(i)))
            .ToList();
        foreach (var (name, text) in sources)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellationToken);
        }

        // The repository's own settings end here.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "<Project />", cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, ".editorconfig"), "root = true\n", cancellationToken);
        var compiled = string.Concat(sources.Select(source => $"    <Compile Include=\"{source.Name}\" />\n"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Shop.fsproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(packages.Feed)}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
            {compiled}  </ItemGroup>
              <ItemGroup>
                <PackageReference Include="AppFlow.Fluent" Version="{packages.Version}" />
                <PackageReference Include="AppFlow.Fluent.FSharp.Analyzers" Version="{packages.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """,
            cancellationToken);
        var log = Path.Combine(folder, "restore.log");
        return await SdkCommand.RunAsync(["restore", folder], log, cancellationToken) is not null
            ? new FSharpProject(folder, files, sources.Sum(source => source.Text.Count(character => character == '\n')))
            : throw new InvalidOperationException($"The generated project cannot be restored: see {log}.");
    }

    /// <summary>Compiles all files again, and checks them or not.</summary>
    public Task<FSharpBuild> CompileAsync(bool check, CancellationToken cancellationToken) =>
        RunAsync(["--no-incremental", "-v:quiet", check ? "-p:AppFlowFluentAnalyze=true" : "-p:AppFlowFluentAnalyze=false"], cancellationToken);

    /// <summary>Builds the project with nothing changed since the last build, with the names of the skipped targets in the log.</summary>
    public Task<FSharpBuild> BuildUnchangedAsync(CancellationToken cancellationToken) => RunAsync(["-v:detailed"], cancellationToken);

    private async Task<FSharpBuild> RunAsync(string[] options, CancellationToken cancellationToken)
    {
        var costs = Directory.CreateTempSubdirectory("appflow-fluent-costs-").FullName;
        try
        {
            string[] arguments = ["build", _folder, "--no-restore", "--nologo", "-nodeReuse:false", .. options];
            var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
            start.Environment[ProcessCost.FolderVariable] = costs;
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var log = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var elapsed = watch.Elapsed.TotalSeconds;
            return process.ExitCode == 0 && !log.Contains(": warning AFF0002", StringComparison.Ordinal)
                ? new FSharpBuild(elapsed, ProcessCost.Find(costs, "fsc"), ProcessCost.Find(costs, "AppFlow.Fluent.FSharp.Checker"), log)
                : throw new InvalidOperationException($"The generated project does not build:\n{log}");
        }
        finally
        {
            Directory.Delete(costs, recursive: true);
        }
    }
}
