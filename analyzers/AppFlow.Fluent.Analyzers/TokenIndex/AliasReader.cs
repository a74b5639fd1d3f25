using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Reads a tree's aliases of a type: <c>using Key = Shop.Tokens.Key;</c>.</summary>
internal static class AliasReader
{
    public static IReadOnlyList<string> Read(string type, SyntaxTree tree, CancellationToken cancellationToken) =>
        WordOccurrences.Of(type, tree, cancellationToken)
            .Select(word => LastNames.Whole(word.Parent)?.Parent)
            .OfType<UsingDirectiveSyntax>()
            .Select(directive => directive.Alias?.Name.Identifier.ValueText)
            .OfType<string>()
            .ToArray();
}
