using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Fix All, without an action if no place can be fixed.</summary>
internal sealed class FixAllWhereItApplies(FixAllProvider inner) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => inner.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (await inner.GetFixAsync(fixAllContext).ConfigureAwait(false) is not { } action)
        {
            return null;
        }

        var operations = await action.GetOperationsAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().Any(operation =>
            operation.ChangedSolution.GetChanges(fixAllContext.Solution).GetProjectChanges().Any(project => project.GetChangedDocuments().Any()))
                ? action
                : null;
    }
}
