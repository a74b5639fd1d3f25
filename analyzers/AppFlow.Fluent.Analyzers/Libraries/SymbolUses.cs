using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The uses of locals and parameters in a body. Each body is read once, and the result lives as long as the body.</summary>
internal static class SymbolUses
{
    private static readonly ConditionalWeakTable<IOperation, ILookup<ISymbol, IOperation>> Bodies = new();

    /// <summary>The uses of the local or parameter in the body around an operation, in order.</summary>
    public static IEnumerable<IOperation> Of(ISymbol symbol, IOperation within) => Bodies.GetValue(RootOf(within), Read)[symbol];

    private static ILookup<ISymbol, IOperation> Read(IOperation body) => body.Descendants()
        .Where(operation => operation is ILocalReferenceOperation or IParameterReferenceOperation)
        .ToLookup(
            operation => operation is ILocalReferenceOperation local ? local.Local : (ISymbol)((IParameterReferenceOperation)operation).Parameter.OriginalDefinition,
            SymbolEqualityComparer.Default)!;

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
