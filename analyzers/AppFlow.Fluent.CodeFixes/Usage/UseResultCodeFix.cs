using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Usage;

/// <summary>AFF4001: <c>r.WithX("…");</c> becomes <c>r = r.WithX("…");</c> where <c>r</c> can be assigned to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseResultCodeFix))]
[Shared]
public sealed class UseResultCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF4001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true) is not { } name
            || model is null
            || StatementExpression(name) is not { } expression
            || AssignedRoot.Of(expression, model, context.CancellationToken) is not { } target)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Use the result: {target} = …",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(expression, Assignment(target, expression)))),
                equivalenceKey: nameof(UseResultCodeFix)),
            context.Diagnostics);
    }

    // Up from the With… name to the expression that stands alone as a statement.
    private static ExpressionSyntax? StatementExpression(SyntaxNode name)
    {
        var expression = name.FirstAncestorOrSelf<InvocationExpressionSyntax>() as ExpressionSyntax;
        while (expression?.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == expression)
        {
            expression = access;
        }

        return expression?.Parent is ExpressionStatementSyntax or ForStatementSyntax or ArrowExpressionClauseSyntax ? expression : null;
    }

    private static AssignmentExpressionSyntax Assignment(ExpressionSyntax target, ExpressionSyntax expression) => SyntaxFactory.AssignmentExpression(
        SyntaxKind.SimpleAssignmentExpression,
        target.WithLeadingTrivia(expression.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
        expression.WithoutLeadingTrivia());
}
