using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.Rules.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Lowers the bodies of a source.</summary>
internal static class Lowered
{
    /// <summary>Checks the graph of a method's statements, as <see cref="GraphText"/> shows it.</summary>
    public static void Is(string statements, string expected, string members = "") =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), GraphText.Of(Statements(statements, members)));

    /// <summary>The graph of a method's statements, in a class with some members to call.</summary>
    public static StepGraph Statements(string statements, string members = "")
    {
        var compilation = Analysis.Compilation([Analysis.Parse($$"""
            [FluentRequest]
            sealed record R
            {
                public string? Name { get; set; }
                [IdempotencyToken] public string? Token { get; set; }
                public Task SendAsync() => Task.CompletedTask;
            }
            class C
            {
                string? Name { get; set; }
                static string Next() => "";
                {{members}}
                async Task M(string label, string? other, bool flag, string[] labels, List<string> list, IReadOnlyDictionary<string, string> map, AppFlowClient given)
                {
                    {{statements}}
                }
            }
            """)]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return All(compilation, name => name == "M").Single();
    }

    /// <summary>The graphs of the bodies of all files, except those without a request.</summary>
    public static IEnumerable<StepGraph> All(Compilation compilation, Func<string, bool>? isAskedFor = null)
    {
        var library = RequestLibrary.For(compilation)!;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodesAndSelf().Where(node => IsBody(node, isAskedFor)))
            {
                if (model.GetOperation(node) is { Parent: null } block && BodyLowering.Lower(block, library, compilation, CancellationToken.None) is { } graph)
                {
                    yield return graph;
                }
            }
        }
    }

    private static bool IsBody(SyntaxNode node, Func<string, bool>? isAskedFor) => isAskedFor is null
        ? node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax
        : node is MethodDeclarationSyntax method && isAskedFor(method.Identifier.ValueText);
}
