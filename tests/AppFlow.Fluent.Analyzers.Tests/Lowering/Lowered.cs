using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.Rules.Steps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Lowers the bodies of a source.</summary>
internal static class Lowered
{
    /// <summary>The graph of a method's statements, in a class with some members to call.</summary>
    public static StepGraph Statements(string statements, string members = "") => Method($$"""
        class C
        {
            AppFlowClient client = null!;
            string? Name { get; set; }
            static string Next() => "";
            static bool Ask() => true;
            {{members}}
            async Task M(string label, string? other, bool flag, string[] labels, List<string> list, IReadOnlyDictionary<string, string> map, AppFlowClient given)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """);

    /// <summary>The graph of the method M of a source, which must compile.</summary>
    public static StepGraph Method(string source)
    {
        var compilation = Analysis.Compilation([Analysis.Parse(source)]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var tree = compilation.SyntaxTrees.Last();
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.ValueText == "M");
        var block = compilation.GetSemanticModel(tree).GetOperation(method)!;
        return BodyLowering.Lower(block, RequestLibrary.For(compilation)!, compilation, CancellationToken.None)
            ?? throw new InvalidOperationException("The body makes no call of a request.");
    }

    /// <summary>The graphs of all bodies of all files, those without a request left out.</summary>
    public static IEnumerable<StepGraph> All(CSharpCompilation compilation)
    {
        var library = RequestLibrary.For(compilation)!;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodesAndSelf())
            {
                if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax
                    && model.GetOperation(node) is { Parent: null } block
                    && BodyLowering.Lower(block, library, compilation, CancellationToken.None) is { } graph)
                {
                    yield return graph;
                }
            }
        }
    }
}
