using System.Collections.Concurrent;
using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Usage;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Rules;

/// <summary>AFF4002: a request is built and never sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsentRequestAnalyzer() : FluentRule(Descriptors.UnsentRequest)
{
    private protected override void RegisterFluent(CompilationStartAnalysisContext context, RequestLibrary library) =>
        context.RegisterOperationBlockStartAction(block => new BodyLocals(library).Register(block));

    /// <summary>The locals of one body that hold requests. Their uses are only searched if there are any.</summary>
    private sealed class BodyLocals(RequestLibrary library)
    {
        private ConcurrentQueue<ILocalSymbol>? _locals;

        public void Register(OperationBlockStartAnalysisContext context)
        {
            context.RegisterOperationAction(declarator => Visit((IVariableDeclaratorOperation)declarator.Operation), OperationKind.VariableDeclarator);
            context.RegisterOperationBlockEndAction(Finish);
        }

        private void Visit(IVariableDeclaratorOperation declarator)
        {
            // A name that consists of underscores means that the value is intentionally unused.
            if (library.FluentKindOf(declarator.Symbol.Type) is not null && declarator.Symbol.Name.Trim('_').Length > 0)
            {
                LazyInitializer.EnsureInitialized(ref _locals)!.Enqueue(declarator.Symbol);
            }
        }

        private void Finish(OperationBlockAnalysisContext context)
        {
            if (_locals is null)
            {
                return;
            }

            var locals = new HashSet<ILocalSymbol>(_locals, SymbolEqualityComparer.Default);
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
}
