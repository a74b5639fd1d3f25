using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Edits;

/// <summary>Names for new locals of a member, different from all names used in it.</summary>
internal sealed class UnusedNames(SyntaxNode member)
{
    private readonly HashSet<string> _used = [.. Identifiers(member).Select(token => token.ValueText)];

    /// <summary>The name itself if it is free, or with the first free number; it is reserved from then on.</summary>
    public string Take(string name)
    {
        var unused = name;
        for (var i = 2; !_used.Add(unused); i++)
        {
            unused = name + i;
        }

        return unused;
    }

    /// <summary>The member whose body a node is in; the whole file for top-level statements.</summary>
    public static SyntaxNode MemberAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax)) ?? node.SyntaxTree.GetRoot();

    public static IEnumerable<SyntaxToken> Identifiers(SyntaxNode node) =>
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken));

    public static int CountDeclarations(SyntaxNode member, string name) => Identifiers(member).Count(token => token.ValueText == name
        && token.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax or ForEachStatementSyntax
            or CatchDeclarationSyntax or LocalFunctionStatementSyntax or FromClauseSyntax or LetClauseSyntax or TypeParameterSyntax);
}
