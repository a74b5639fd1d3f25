using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AppFlow.Fluent.Benchmarks.Compilations;

/// <summary>A generated project: its texts and their compilation.</summary>
internal sealed class SampleProject
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly MetadataReference[] Framework =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) && !path.Contains(".Native", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly MetadataReference[] Libraries =
    [
        MetadataReference.CreateFromFile(typeof(AWSCredentials).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(AmazonDynamoDBClient).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(AmazonS3Client).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ConnectorRegistration).Assembly.Location),
    ];

    private readonly (string Path, string Text)[] _files;

    private readonly MetadataReference[] _references;

    /// <summary>A project with the given number of files. Without the references it does not compile and is only for counts.</summary>
    public SampleProject(int files, bool referencesLibraries = true, bool sends = true)
    {
        ReferencesLibraries = referencesLibraries;
        _references = [.. Framework, .. referencesLibraries ? Libraries : []];
        Files = files;
        _files =
        [
            ("GlobalUsings.cs", GlobalUsings),
            .. Enumerable.Range(0, files).Select(i => (string.Create(CultureInfo.InvariantCulture, $"Area{i / 50}/Orders{i}.cs"), SampleFile.Text(i, sends))),
        ];
    }

    /// <summary>A project with one file beside the global usings.</summary>
    public SampleProject(string path, string text)
    {
        ReferencesLibraries = true;
        _references = [.. Framework, .. Libraries];
        Files = 1;
        _files = [("GlobalUsings.cs", GlobalUsings), (path, text)];
    }

    public int Files { get; }

    /// <summary>Whether it references AppFlow.Fluent and the AWS SDK, or neither.</summary>
    public bool ReferencesLibraries { get; }

    /// <summary>The total number of lines of the files.</summary>
    public int Lines => _files.Sum(file => file.Text.Count(character => character == '\n') + 1);

    /// <summary>The project, parsed again, so that no cached data of an earlier build helps.</summary>
    public CSharpCompilation Parse(ImmutableDictionary<string, ReportDiagnostic> severities, bool concurrent)
    {
        var trees = new SyntaxTree[_files.Length];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = concurrent ? Environment.ProcessorCount : 1 };
        Parallel.For(0, _files.Length, threads, i => trees[i] = CSharpSyntaxTree.ParseText(_files[i].Text, ParseOptions, _files[i].Path));
        return CSharpCompilation.Create(
            "Shop",
            trees,
            _references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                optimizationLevel: OptimizationLevel.Debug,
                concurrentBuild: concurrent,
                specificDiagnosticOptions: severities));
    }

    /// <summary>The tree of <see cref="SampleFile.ToEdit"/>, after the global usings.</summary>
    public static SyntaxTree TreeToEdit(Compilation compilation, int files) => compilation.SyntaxTrees.ElementAt(1 + SampleFile.ToEdit(files));
}
