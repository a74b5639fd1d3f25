using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Reads a tree's aliases of a type: <c>using Key = Shop.Tokens.Key;</c>.</summary>
internal static class AliasReader
{
    public static IReadOnlyList<string> Read(string type, SyntaxTree tree, CancellationToken cancellationToken)
    {
        List<string>? aliases = null;
        foreach (var word in WordOccurrences.Of(type, tree, cancellationToken))
        {
            if (LastNames.Whole(word.Parent)?.Parent is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias })
            {
                (aliases ??= []).Add(alias);
            }
        }

        return aliases ?? (IReadOnlyList<string>)[];
    }
}
