using System.Collections.Immutable;
using System.Composition;
using AppFlow.Fluent.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AppFlow.Fluent.CodeFixes.Usage;

/// <summary>AFF4003: the earlier call of a chain, whose value a later one overwrites, is dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropEarlierCallCodeFix))]
[Shared]
public sealed class DropEarlierCallCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF4003"];

    // Of three calls that set a field two go, and the edits of the two meet in one chain: all of a document's are made at once.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Dropped(diagnostic, root, model, context.CancellationToken) is { } dropped)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        dropped.Title,
                        cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken),
                        equivalenceKey: nameof(DropEarlierCallCodeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return document;
        }

        var dropped = diagnostics
            .Select(diagnostic => Dropped(diagnostic, root, model, cancellationToken))
            .OfType<DroppedCall>()
            .GroupBy(call => call.Edited)
            .ToDictionary(call => call.Key, call => call.First());
        return document.WithSyntaxRoot(root.ReplaceNodes(dropped.Keys, (original, rewritten) => dropped[original].Edit(rewritten)));
    }

    private static DroppedCall? Dropped(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!LostValues.IsAllLost(diagnostic))
        {
            return null;
        }

        var name = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return name.FirstAncestorOrSelf<ExpressionSyntax>(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) is { } call
            ? DroppedCall.Of(call, model, cancellationToken)
            : null;
    }
}
