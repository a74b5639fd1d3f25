using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Benchmarks.Foreign;

/// <summary>The C# files of a folder, as one project.</summary>
/// <remarks>Code that a decompiler wrote, or that misses a reference, has errors: they are counted.</remarks>
internal sealed class ForeignProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        optimizationLevel: OptimizationLevel.Debug,
        concurrentBuild: false);

    private readonly (string Path, string Text)[] _files;
    private readonly MetadataReference[] _references;

    public ForeignProject(string name, string folder, IEnumerable<MetadataReference> references)
    {
        Name = name;
        _references = [.. references];
        _files =
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path))),
        ];
    }

    /// <summary>The package's name, which is that of its assembly: others may show it their internals.</summary>
    public string Name { get; }

    public int Files => _files.Length;

    public int Lines => _files.Sum(file => file.Text.Count(character => character == '\n') + 1);

    /// <summary>The project, parsed again, so that no cached data of an earlier build helps.</summary>
    public CSharpCompilation Parse(ImmutableDictionary<string, ReportDiagnostic> severities) => CSharpCompilation.Create(
        Name,
        [.. _files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path))],
        _references,
        Options.WithSpecificDiagnosticOptions(severities));
}
