using AppFlow.Fluent.Analyzers.Bodies;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4002: a request is built and never sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsentRequestAnalyzer() : FluentRule(Descriptors.UnsentRequest)
{
    private protected override void Judge(OperationBlockAnalysisContext context, BodyLook look, RequestLibrary library)
    {
        if (look.FluentLocals.Count == 0)
        {
            return;
        }

        // A name that consists of underscores means that the value is intentionally unused.
        var locals = new HashSet<ILocalSymbol>(look.FluentLocals.Where(local => local.Name.Trim('_').Length > 0), SymbolEqualityComparer.Default);
        var uses = new RequestUses(locals, library, context.CancellationToken);
        foreach (var block in context.OperationBlocks)
        {
            uses.Read(block);
        }

        foreach (var local in uses.BuiltButUnused())
        {
            var request = library.FluentKindOf(local.Type)!;
            if (!OwnClass.Contains(request.Symbol, context.OwningSymbol) && !IsUsedElsewhere(local, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.UnsentRequest,
                    local.Locations[0],
                    UsageMessages.CSharp.Unsent(local.Name, request.SendName)));
            }
        }
    }

    // Used under another preprocessor symbol, or by an assertion that runs this code.
    private static bool IsUsedElsewhere(ILocalSymbol local, CancellationToken cancellationToken)
    {
        var declaration = local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        return DisabledText.Mentions(local.Name, declaration) || AssertedThrows.Contain(declaration);
    }
}
