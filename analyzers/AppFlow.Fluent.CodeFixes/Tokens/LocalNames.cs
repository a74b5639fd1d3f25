using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>The names of a member's body: a new local must not be called as anything that is named anywhere in it.</summary>
internal sealed class LocalNames(SyntaxNode member)
{
    private readonly HashSet<string> _used = [.. Identifiers(member).Select(token => token.ValueText)];

    /// <summary>The name itself when it is free, or with the first number that makes it so; it is taken from then on.</summary>
    public string Unused(string name)
    {
        var unused = name;
        for (var i = 2; !_used.Add(unused); i++)
        {
            unused = name + i;
        }

        return unused;
    }

    /// <summary>The member whose body a statement is in; the whole file for top-level statements.</summary>
    public static SyntaxNode MemberAround(SyntaxNode statement) =>
        statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? statement.SyntaxTree.GetRoot();

    /// <summary>Whether a local of the name gets another value anywhere in the member.</summary>
    public static bool IsWritten(SyntaxNode member, string name) =>
        Identifiers(member).Any(token => token.ValueText == name && token.Parent is IdentifierNameSyntax use && LocalAssignments.IsWritten(use));

    public static int CountDeclarations(SyntaxNode member, string name) => Identifiers(member).Count(token => token.ValueText == name
        && token.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax or ForEachStatementSyntax
            or CatchDeclarationSyntax or LocalFunctionStatementSyntax or FromClauseSyntax or LetClauseSyntax or TypeParameterSyntax);

    public static bool IsUsedOnlyIn(SyntaxNode part, SyntaxNode member, string name) =>
        Identifiers(member).All(token => token.ValueText != name || part.Span.Contains(token.Span));

    private static IEnumerable<SyntaxToken> Identifiers(SyntaxNode node) =>
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken));
}
