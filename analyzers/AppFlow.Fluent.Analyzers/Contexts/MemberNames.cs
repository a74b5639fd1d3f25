using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.Contexts;

/// <summary>
/// Where a name occurs in a member, read once per member and cached with its syntax, because a body with 200 lambdas needs it 200 times.
/// </summary>
internal static class MemberNames
{
    private static readonly ConditionalWeakTable<SyntaxNode, ILookup<string, IdentifierNameSyntax>> Members = new();

    /// <summary>The member around a node; for top-level statements the file.</summary>
    public static SyntaxNode MemberAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax ? member : node.SyntaxTree.GetRoot();

    /// <summary>The occurrences of the name in the member around a node.</summary>
    public static IEnumerable<IdentifierNameSyntax> Of(string name, SyntaxNode node) => Members.GetValue(
        MemberAround(node),
        static member => member.DescendantNodes().OfType<IdentifierNameSyntax>().ToLookup(identifier => identifier.Identifier.ValueText, StringComparer.Ordinal))[name];
}
