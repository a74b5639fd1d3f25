using System.Collections.Immutable;
using System.Composition;
using AppFlow.Fluent.Analyzers;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.RequiredFields;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.CodeFixes.RequiredFields;

/// <summary>AFF2001 and AFF2002: inserts the missing <c>With…</c> before the send.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetMissingFieldsFix))]
[Shared]
public sealed class SetMissingFieldsFix : CodeFixProvider
{
    /// <summary>The equivalence key of the one action.</summary>
    internal const string SetMissingFields = "SetMissingFields";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(Rules.FieldNeverSet.Id, Rules.FieldNotAlwaysSet.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics
            || FluentModel.For(semantics.Compilation) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } send
                && semantics.GetOperation(send, context.CancellationToken) is IInvocationOperation operation
                && model.CallOf(operation) is { Kind: RequestCallKind.Send } call
                && MissingFieldCalls.For(call, MissingFields.Of(diagnostic), semantics) is { } calls)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Set {string.Join(" and ", MissingFields.Of(diagnostic))}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(send, ChainEdit.InsertBefore(send, calls)))),
                        SetMissingFields),
                    diagnostic);
            }
        }
    }
}
