using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>AFF1004: makes one token before the retry, and sends it at each attempt.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoistTokenCodeFix))]
[Shared]
public sealed class HoistTokenCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["AFF1004"];

    // Two sends of one loop put their tokens at the same place; fixes that are made one by one and then merged would lose one.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && TokenHoist.Of(diagnostic, root) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Make one client token before the retry",
                        cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken),
                        equivalenceKey: nameof(HoistTokenCodeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        var rewriter = new TokenHoister(root);
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (TokenHoist.Of(diagnostic, root) is { } hoist)
            {
                rewriter.Add(hoist);
            }
        }

        return document.WithSyntaxRoot(rewriter.Rewritten());
    }
}
