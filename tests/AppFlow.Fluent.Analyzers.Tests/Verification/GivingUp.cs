using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>Cancels an analysis at one of its bodies, as an IDE does when the user keeps typing.</summary>
#pragma warning disable RS1001 // The attribute would make it an extension of the compiler, and it runs in tests only.
internal sealed class GivingUp(int bodies, CancellationTokenSource cancellation) : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    private int _left = bodies;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("GIVEUP", "Give up", "Give up", "Tests", DiagnosticSeverity.Info, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(_ =>
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                cancellation.Cancel();
            }
        });
    }
}
