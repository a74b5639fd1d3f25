using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>Reads the arguments of calls from the syntax, without calls that certainly send nothing hard-coded.</summary>
internal static class CallSiteReader
{
    public static IReadOnlyList<CallSite> Read(string key, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var nodes = SiteFinder.Find(key, tree, cancellationToken);
        if (nodes.Count == 0)
        {
            return [];
        }

        var locals = new LocalNames();
        var texts = new TokenTextReader(locals);
        var sites = new List<CallSite>();
        foreach (var node in nodes)
        {
            if (key == SiteKeys.LocalCall && !CallsLocal(node, locals))
            {
                continue;
            }

            var arguments = ValuesOf(node)
                .Select(value => new KeyValuePair<TextSpan, TokenText>(value.Span, texts.Read(value)))
                .Where(argument => argument.Value != TokenText.NotHardCoded)
                .ToList();
            if (arguments.Count > 0)
            {
                sites.Add(new CallSite(node.Span, arguments));
            }
        }

        return sites;
    }

    /// <summary>The call, creation or assignment at a span.</summary>
    public static SyntaxNode? NodeAt(SyntaxNode root, TextSpan span)
    {
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        while (node is not null && node.Span == span && !IsSite(node))
        {
            node = node.Parent;
        }

        return node?.Span == span ? node : null;
    }

    private static bool IsSite(SyntaxNode node) => node
        is InvocationExpressionSyntax
        or BaseObjectCreationExpressionSyntax
        or AssignmentExpressionSyntax
        or ConstructorInitializerSyntax
        or PrimaryConstructorBaseTypeSyntax
        or ElementAccessExpressionSyntax
        or ElementBindingExpressionSyntax
        or ImplicitElementAccessSyntax;

    private static IEnumerable<ExpressionSyntax> ValuesOf(SyntaxNode site)
    {
        if (site is AssignmentExpressionSyntax assignment)
        {
            return [assignment.Right];
        }

        BaseArgumentListSyntax? arguments = site switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            ConstructorInitializerSyntax call => call.ArgumentList,
            PrimaryConstructorBaseTypeSyntax call => call.ArgumentList,
            ElementAccessExpressionSyntax access => access.ArgumentList,
            ElementBindingExpressionSyntax access => access.ArgumentList,
            ImplicitElementAccessSyntax access => access.ArgumentList,
            _ => null,
        };
        return arguments?.Arguments.Where(argument => argument.RefKindKeyword == default).Select(argument => argument.Expression) ?? [];
    }

    private static bool CallsLocal(SyntaxNode node, LocalNames locals) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax name }
        && locals.DeclarationsOf(name.Identifier.ValueText, name) is not null;
}
