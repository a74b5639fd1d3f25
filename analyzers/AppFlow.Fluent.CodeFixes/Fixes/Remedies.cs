using AppFlow.Fluent.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AppFlow.Fluent.CodeFixes.Fixes;

/// <summary>Offers the remedies of one provider, each only if its result compiles without new diagnostics.</summary>
internal sealed class Remedies(params Remedy[] remedies)
{
    /// <summary>Fixes all places of a file together: merging separate edits would lose overlapping ones.</summary>
    public FixAllProvider FixAll { get; } = new FixAllWhereItApplies(FixAllProvider.Create(async (context, document, diagnostics) =>
        Asked(remedies, context.CodeActionEquivalenceKey) is { } remedy
            ? await FixAllAsync(remedy, document, diagnostics, context.CancellationToken).ConfigureAwait(false)
            : document));

    // dotnet format passes no key if the first diagnostic that it finds has no fix.
    private static Remedy? Asked(Remedy[] remedies, string? key) => key is null ? remedies[0] : remedies.FirstOrDefault(remedy => remedy.Key == key);

    public async Task RegisterAsync(CodeFixContext context)
    {
        if (await FixSite.OfAsync(context.Document, isFixAll: false, context.CancellationToken).ConfigureAwait(false) is not { } site)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var remedy in remedies)
            {
                var edits = new FileEdits(site.Root);
                if (remedy.Plan(diagnostic, site, edits) is { } title && Complete(edits, site))
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(edits.Apply())), remedy.Key),
                        diagnostic);
                }
            }
        }
    }

    private static async Task<Document?> FixAllAsync(Remedy remedy, Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await FixSite.OfAsync(document, isFixAll: true, cancellationToken).ConfigureAwait(false) is not { } site)
        {
            return document;
        }

        var ordered = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        if (Planned(remedy, ordered, site) is { } all)
        {
            return document.WithSyntaxRoot(all.Apply());
        }

        // Not all of them can be combined: apply one after another those that can.
        var good = new List<Diagnostic>();
        foreach (var diagnostic in ordered)
        {
            good.Add(diagnostic);
            if (Planned(remedy, good, site) is null)
            {
                good.RemoveAt(good.Count - 1);
            }
        }

        return Planned(remedy, good, site) is { } some ? document.WithSyntaxRoot(some.Apply()) : document;
    }

    private static FileEdits? Planned(Remedy remedy, IEnumerable<Diagnostic> diagnostics, FixSite site)
    {
        var edits = new FileEdits(site.Root);
        foreach (var diagnostic in diagnostics)
        {
            remedy.Plan(diagnostic, site, edits);
        }

        return Complete(edits, site) ? edits : null;
    }

    private static bool Complete(FileEdits edits, FixSite site)
    {
        OrphanedValues.Remove(edits, site.Model, site.CancellationToken);
        return !edits.IsEmpty && site.Compiles(edits);
    }
}
