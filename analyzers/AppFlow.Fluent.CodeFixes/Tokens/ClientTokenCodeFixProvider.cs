using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AppFlow.Fluent.CodeFixes.Tokens;

/// <summary>Fixes of AFF1001, AFF1002 and AFF1003: remove the client token, or use an operation id.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClientTokenCodeFixProvider))]
[Shared]
public sealed class ClientTokenCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("AFF1001", "AFF1002", "AFF1003");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static (context, document, diagnostics) =>
            FixAsync(document, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan), context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var span = diagnostic.Location.SourceSpan;
            await RegisterAsync(context, diagnostic, RemoveToken.Title, RemoveToken.Key, span).ConfigureAwait(false);
            await RegisterAsync(context, diagnostic, UseOperationId.Title, UseOperationId.Key, span).ConfigureAwait(false);
        }
    }

    private static async Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic, string title, string key, TextSpan span)
    {
        var edits = await EditsAsync(context.Document, [span], key, context.CancellationToken).ConfigureAwait(false);
        if (!edits.IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create(title, async cancellation => await FixAsync(context.Document, [span], key, cancellation).ConfigureAwait(false) ?? context.Document, key),
                diagnostic);
        }
    }

    private static async Task<Document?> FixAsync(Document document, IEnumerable<TextSpan> tokens, string? key, CancellationToken cancellationToken)
    {
        var edits = await EditsAsync(document, tokens, key, cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return edits.IsEmpty || root is null ? document : document.WithSyntaxRoot(edits.Apply(root));
    }

    private static async Task<TokenEdits> EditsAsync(Document document, IEnumerable<TextSpan> tokens, string? key, CancellationToken cancellationToken)
    {
        var edits = new TokenEdits();
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || semantics is null)
        {
            return edits;
        }

        foreach (var token in tokens)
        {
            if (TokenArgument.Find(root, token, semantics, cancellationToken) is not { } argument)
            {
                continue;
            }

            if (key == UseOperationId.Key)
            {
                UseOperationId.Add(argument, edits, cancellationToken);
            }
            else
            {
                RemoveToken.Add(argument, edits);
            }
        }

        return edits;
    }
}
