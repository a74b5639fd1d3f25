using AppFlow.Fluent.Benchmarks.Packages;
using AppFlow.Fluent.Benchmarks.Reports;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Benchmarks.Foreign;

/// <summary>The restored packages of <c>Foreign/Libraries</c>, and all that they need, in one folder.</summary>
/// <param name="Folder">The assemblies.</param>
internal sealed record ForeignLibraries(string Folder)
{
    /// <summary>
    /// The packages whose code is compiled: parts of the AWS SDK, users of it, and large ones without it, which compile with a reference to
    /// it, so that the rules are on.
    /// </summary>
    public static IReadOnlyList<string> Compiled { get; } =
    [
        "AWSSDK.S3",
        "AWSSDK.DynamoDBv2",
        "AWSSDK.SQS",
        "AWSSDK.SecurityToken",
        "AWSSDK.Extensions.NETCore.Setup",
        "Anthropic.Aws",
        "Anthropic.Bedrock",
        "Minio",
        "Polly",
        "Polly.Core",
        "Hangfire.Core",
        "MassTransit",
    ];

    public static async Task<ForeignLibraries> RestoreAsync(CancellationToken cancellationToken)
    {
        var libraries = new ForeignLibraries(Repository.Scratch(Path.Combine("foreign", "assemblies")));
        var log = Repository.Scratch(Path.Combine("foreign", "restore.log"));
        string[] build =
        [
            "build",
            Path.Combine(Repository.Root, "tests", "AppFlow.Fluent.Benchmarks", "Foreign", "Libraries"),
            "--nologo",
            "--artifacts-path",
            Repository.Scratch(Path.Combine("foreign", "build")),
            "--output",
            libraries.Folder,
        ];
        return await SdkCommand.RunAsync(build, log, cancellationToken) is null
            ? throw new InvalidOperationException($"The packages cannot be restored: see {log}.")
            : libraries;
    }

    public string PathOf(string package) => Path.Combine(Folder, package + ".dll");

    /// <summary>The framework, and all assemblies of the folder but the one that is compiled.</summary>
    public IEnumerable<MetadataReference> ReferencesOf(string? package) =>
    [
        .. FrameworkFiles().Where(path => !File.Exists(Path.Combine(Folder, Path.GetFileName(path)))).Select(path => MetadataReference.CreateFromFile(path)),
        .. Directory.EnumerateFiles(Folder, "*.dll")
            .Where(path => Path.GetFileNameWithoutExtension(path) is var name && name != package && name != "Libraries")
            .Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Those that the runtime itself uses: the reference assemblies need an SDK in a known place.
    private static IEnumerable<string> FrameworkFiles() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetDirectoryName(path) is { } folder && Path.GetFileName(Path.GetDirectoryName(folder)) is "Microsoft.NETCore.App" or "Microsoft.AspNetCore.App");
}
