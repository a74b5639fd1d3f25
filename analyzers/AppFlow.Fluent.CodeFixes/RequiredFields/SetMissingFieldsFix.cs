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

/// <summary>
/// AFF2001 and AFF2002: inserts the missing <c>With…</c> before the send; where some path sets the field, where the request begins, so
/// that what the path sets still holds.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetMissingFieldsFix))]
[Shared]
public sealed class SetMissingFieldsFix : CodeFixProvider
{
    /// <summary>The equivalence key of the one action.</summary>
    internal const string SetMissingFields = "SetMissingFields";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(Descriptors.FieldNeverSet.Id, Descriptors.FieldNotAlwaysSet.Id);

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
                && Edit(diagnostic, send, call, model, semantics) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Set {string.Join(" and ", MissingFields.Of(diagnostic))}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(edit.Old, edit.New))),
                        SetMissingFields),
                    diagnostic);
            }
        }
    }

    private static (SyntaxNode Old, SyntaxNode New)? Edit(
        Diagnostic diagnostic,
        InvocationExpressionSyntax send,
        RequestCall call,
        FluentModel model,
        SemanticModel semantics)
    {
        var fields = MissingFields.Of(diagnostic);
        if (!MissingFields.IsSetOnSomePath(diagnostic))
        {
            return MissingFieldCalls.For(call, fields, send, semantics) is { } before ? (send, ChainEdit.InsertBefore(send, before)) : null;
        }

        return Beginning(call, model, semantics) is { } begin && MissingFieldCalls.For(call, fields, begin, semantics) is { } after
            ? (begin, ChainEdit.Append(begin, after))
            : null;
    }

    // The call that begins the request of the local that is sent; null when it begins at several places, or out of sight.
    private static InvocationExpressionSyntax? Beginning(RequestCall send, FluentModel model, SemanticModel semantics) =>
        Chain.Of(send, model).Root is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: { Length: 1 } declarations }
        && declarations[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax value }
        && model.CallOf(semantics.GetOperation(value)) is { Kind: not RequestCallKind.Send } last
        && Chain.Of(last, model).Begin is { Operation.Syntax: InvocationExpressionSyntax begin }
            ? begin
            : null;
}
