using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Finds the calls, creations and assignments of a tree for a key.</summary>
internal static class SiteFinder
{
    public static IEnumerable<SyntaxNode> Find(string key, SyntaxTree tree, CancellationToken cancellationToken)
    {
        switch (key)
        {
            case SiteKeys.ImplicitCreation:
                return ParentsOf(["new"], tree, cancellationToken)
                    .Where(node => node is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 });
            case SiteKeys.ConstructorInitializer:
                return ParentsOf(["base", "this"], tree, cancellationToken)
                    .Where(node => node is ConstructorInitializerSyntax { ArgumentList.Arguments.Count: > 0 });

            // These have no word to search for, so every node is checked. Few projects mark a parameter of an indexer or a delegate.
            case SiteKeys.Indexer:
                return tree.GetRoot(cancellationToken).DescendantNodes()
                    .Where(node => node is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax);
            case SiteKeys.UnnamedCall:
                return Calls(tree, cancellationToken).Where(call => call.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax));
            case SiteKeys.LocalCall:
                return Calls(tree, cancellationToken).Where(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: not "nameof" });
            default:
                return SiteKeys.AssignedProperty(key) is { } property
                    ? ParentsOf([property], tree, cancellationToken).Select(AssignmentTo).OfType<SyntaxNode>()
                    : ParentsOf([key], tree, cancellationToken).Select(SiteNamed).OfType<SyntaxNode>();
        }
    }

    private static IEnumerable<SyntaxNode> ParentsOf(string[] words, SyntaxTree tree, CancellationToken cancellationToken) =>
        words.SelectMany(word => WordOccurrences.Of(word, tree, cancellationToken)).Select(word => word.Parent).OfType<SyntaxNode>();

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
