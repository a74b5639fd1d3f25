using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Finds the calls, creations and assignments of a tree for a key.</summary>
internal static class SiteFinder
{
    // What can stand behind the word of a site. Looking at the text first spares finding the token: "new" and "this" are everywhere.
    private const string Arguments = "(";
    private const string ArgumentsOrTypes = "(<";
    private const string Assignments = "=?";

    private static readonly IReadOnlyList<SyntaxNode> None = [];

    public static IReadOnlyList<SyntaxNode> Find(string key, SyntaxTree tree, CancellationToken cancellationToken)
    {
        switch (key)
        {
            case SiteKeys.ImplicitCreation:
                return Sites("new", Arguments, ImplicitCreation, tree, cancellationToken) ?? None;
            case SiteKeys.ConstructorInitializer:
                return (Sites("base", Arguments, Initializer, tree, cancellationToken), Sites("this", Arguments, Initializer, tree, cancellationToken)) switch
                {
                    (null, var toOwn) => toOwn ?? None,
                    (var toBase, null) => toBase,
                    (var toBase, var toOwn) => [.. toBase, .. toOwn],
                };

            // These have no word to search for, so every node is checked. Few projects mark a parameter of an indexer or a delegate.
            case SiteKeys.Indexer:
                return [.. tree.GetRoot(cancellationToken).DescendantNodes()
                    .Where(node => node is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax)];
            case SiteKeys.UnnamedCall:
                return [.. Calls(tree, cancellationToken).Where(call => call.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))];
            case SiteKeys.LocalCall:
                return [.. Calls(tree, cancellationToken).Where(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: not "nameof" })];
            default:
                return (SiteKeys.AssignedProperty(key) is { } property
                    ? Sites(property, Assignments, AssignmentTo, tree, cancellationToken)
                    : Sites(key, ArgumentsOrTypes, SiteNamed, tree, cancellationToken)) ?? None;
        }
    }

    private static List<SyntaxNode>? Sites(string word, string followers, Func<SyntaxNode, SyntaxNode?> siteOf, SyntaxTree tree, CancellationToken cancellationToken)
    {
        List<SyntaxNode>? sites = null;
        foreach (var token in WordOccurrences.Of(word, tree, cancellationToken, followers))
        {
            if (token.Parent is { } parent && siteOf(parent) is { } site)
            {
                (sites ??= []).Add(site);
            }
        }

        return sites;
    }

    private static SyntaxNode? ImplicitCreation(SyntaxNode node) => node is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } ? node : null;

    private static SyntaxNode? Initializer(SyntaxNode node) => node is ConstructorInitializerSyntax { ArgumentList.Arguments.Count: > 0 } ? node : null;

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.ArgumentList.Arguments.Count > 0);

    private static SyntaxNode? SiteNamed(SyntaxNode name)
    {
        if (Member(name) is { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call } method && call.Expression == method)
        {
            return call;
        }

        return LastNames.Whole(name) switch
        {
            { Parent: ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation } => creation,
            { Parent: PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: > 0 } baseCall } => baseCall,
            _ => null,
        };
    }

    private static SyntaxNode? AssignmentTo(SyntaxNode name) =>
        Member(name) is { Parent: AssignmentExpressionSyntax assignment } target
        && assignment.Left == target
        && (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            ? assignment
            : null;

    /// <summary>The expression that names a member, with or without its qualifier.</summary>
    private static SyntaxNode? Member(SyntaxNode name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name as SimpleNameSyntax,
    };
}
