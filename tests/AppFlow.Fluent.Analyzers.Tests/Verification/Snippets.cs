using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>The project of every snippet: the newest C#, the framework of this process, and AppFlow.Fluent.</summary>
internal static class Snippets
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AppFlow.Fluent;
        global using AppFlow.Fluent.Annotations;
        """;

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // With the library's own references.
    private static readonly MetadataReference[] Library =
    [
        MetadataReference.CreateFromFile(typeof(ConnectorRegistration).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Amazon.Runtime.IAmazonService).Assembly.Location),
    ];

    public static (string FileName, string Content) GlobalUsings { get; } = ("GlobalUsings.cs", Usings);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview);

    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    /// <summary>The references of a snippet's project.</summary>
    public static IEnumerable<MetadataReference> References(bool referencesLibrary) => referencesLibrary ? [.. Framework, .. Library] : Framework;

    public static void Prepare(AnalyzerTest<DefaultVerifier> test, bool referencesLibrary)
    {
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(References(referencesLibrary));
        if (referencesLibrary)
        {
            test.TestState.Sources.Add(GlobalUsings);
        }

        // Two analyzers may report the same rule for different kinds of requests; they share the descriptor.
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor;

        // Compiler errors in a snippet are mistakes of the snippet; its warnings are not the subject.
        test.CompilerDiagnostics = CompilerDiagnostics.Errors;

        // Generated code has its own tests; running every snippet twice would only cost time.
        test.TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;
    }
}
