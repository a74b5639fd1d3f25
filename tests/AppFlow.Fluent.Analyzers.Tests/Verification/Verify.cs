using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>
/// Runs all rules over snippets. Expected diagnostics are marked in the source, <c>{|AFF4001:WithDescription|}</c>; unmarked code must be
/// silent.
/// </summary>
internal static class Verify
{
    /// <summary>Checks whole files of the same project.</summary>
    public static Task FilesAsync(params string[] files)
    {
        var test = new RuleTest();
        for (var i = 0; i < files.Length; i++)
        {
            test.TestState.Sources.Add(($"File{i}.cs", files[i]));
        }

        return test.RunAsync();
    }

    /// <summary>Checks files with given names, for example a generated one or an .editorconfig.</summary>
    public static Task NamedFilesAsync(params (string Name, string Content)[] files)
    {
        var test = new RuleTest();
        foreach (var (name, content) in files)
        {
            if (name == ".editorconfig")
            {
                test.TestState.AnalyzerConfigFiles.Add(("/" + name, content));
            }
            else
            {
                test.TestState.Sources.Add((name, content));
            }
        }

        return test.RunAsync();
    }

    /// <summary>Checks files of a project that references another one, which is given in source and is not checked.</summary>
    public static Task ProjectsAsync(string referenced, params string[] files)
    {
        var test = new RuleTest();
        var project = test.TestState.AdditionalProjects["Referenced"];
        project.Sources.Add(Snippets.GlobalUsings);
        project.Sources.Add(("Referenced.cs", referenced));
        project.AdditionalReferences.AddRange(Snippets.References(referencesLibrary: true));
        test.TestState.AdditionalProjectReferences.Add("Referenced");
        for (var i = 0; i < files.Length; i++)
        {
            test.TestState.Sources.Add(($"File{i}.cs", files[i]));
        }

        return test.RunAsync();
    }

    /// <summary>Checks a file of a project that references an assembly, built from source that is not checked.</summary>
    public static Task AssembliesAsync(string referenced, string file)
    {
        using var image = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            "Referenced",
            [CSharpSyntaxTree.ParseText(referenced, Snippets.ParseOptions), CSharpSyntaxTree.ParseText(Snippets.GlobalUsings.Content, Snippets.ParseOptions)],
            Snippets.References(referencesLibrary: true),
            Snippets.CompilationOptions);
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var test = new RuleTest();
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromImage(image.ToArray()));
        test.TestState.Sources.Add(("File0.cs", file));
        return test.RunAsync();
    }

    /// <summary>Checks statements in the body of an async method, with members of the class around it after them.</summary>
    public static Task BodyAsync(string statements, string members = "") => FilesAsync(InMethod(statements, members));

    /// <summary>Checks top-level statements.</summary>
    public static Task ProgramAsync(string statements)
    {
        var test = new RuleTest();
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Program.cs", statements));
        return test.RunAsync();
    }

    /// <summary>Checks one diagnostic's message, word for word. The place is marked <c>{|#0:…|}</c>.</summary>
    public static Task MessageAsync(string id, string message, string statements, string members = "", params string[] otherFiles)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(("File0.cs", InMethod(statements, members)));
        for (var i = 0; i < otherFiles.Length; i++)
        {
            test.TestState.Sources.Add(($"File{i + 1}.cs", otherFiles[i]));
        }

        var rule = AllRules.Analyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics).First(rule => rule.Id == id);
        test.TestState.ExpectedDiagnostics.Add(
            new DiagnosticResult(rule).WithLocation(0).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    public static string InMethod(string statements, string members = "") => $$"""
        public class C
        {
            public async Task M(AppFlowClient client, string label, string[] labels, bool condition, CancellationToken cancellationToken)
            {
                await Task.Yield();
                {{statements.ReplaceLineEndings("\n        ")}}
            }

            {{members.ReplaceLineEndings("\n    ")}}
        }
        """;
}
