using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// The effects of the constructors, <c>With…</c> methods and extensions of this compilation, each read once. Lives as long as the
/// compilation.
/// </summary>
internal sealed class RequestBodies(RequestLibrary library, TreeModels trees)
{
    private const int MaxNested = 4;

    private readonly ConcurrentDictionary<ISymbol, bool> _changes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IParameterSymbol?> _guards = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(IMethodSymbol Method, RequestKind Kind), BodySummary> _summaries = new(Keys.Instance);

    /// <param name="method">The method or constructor.</param>
    /// <param name="kind">The request's kind.</param>
    /// <param name="reading">The reading that needs it; null if this starts one.</param>
    public BodySummary SummaryOf(IMethodSymbol method, RequestKind kind, Reading? reading = null)
    {
        var definition = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (_summaries.TryGetValue((definition, kind), out var known))
        {
            return known;
        }

        reading ??= new Reading();
        var isOutermost = reading.IsOutermost;
        if (!reading.Enter(definition))
        {
            return BodySummary.Unknown;
        }

        try
        {
            var read = new BodyReader(library, trees, kind, definition, reading).Read() ?? BodySummary.Unknown;
            return isOutermost || !reading.IsCutShort ? _summaries.GetOrAdd((definition, kind), read) : read;
        }
        finally
        {
            reading.Leave(definition);
        }
    }

    /// <summary>Whether a method may set members of its receiver: its body cannot be read, or assigns some.</summary>
    public bool MayChangeReceiver(IMethodSymbol method) =>
        _changes.GetOrAdd(method.OriginalDefinition, definition => MayChangeReceiver((IMethodSymbol)definition, MaxNested));

    /// <summary>The parameter that a static method always returns unchanged: a guard. Null for any other method.</summary>
    public IParameterSymbol? GivenBack(IMethodSymbol method) =>
        _guards.GetOrAdd(method.OriginalDefinition, definition => FindReturnedParameter((IMethodSymbol)definition));

    private IParameterSymbol? FindReturnedParameter(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Parameters.IsEmpty)
        {
            return null;
        }

        IParameterSymbol? given = null;
        foreach (var operation in method.DeclaringSyntaxReferences.SelectMany(reference => trees.OperationOf(reference.GetSyntax())?.Descendants() ?? []))
        {
            switch (operation)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    if (ParameterOf(value) is not { } parameter || (given is not null && !SymbolEqualityComparer.Default.Equals(given, parameter)))
                    {
                        return null;
                    }

                    given = parameter;
                    break;
                case IAssignmentOperation { Target: IParameterReferenceOperation } or IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
            }
        }

        return given;
    }

    private static IParameterSymbol? ParameterOf(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => ParameterOf(conversion.Operand),
        ICoalesceOperation coalesce when ValueReader.Throws(coalesce.WhenNull) => ParameterOf(coalesce.Value),
        IConditionalOperation { WhenFalse: { } whenFalse } condition when ValueReader.Throws(condition.WhenTrue) => ParameterOf(whenFalse),
        IConditionalOperation { WhenFalse: { } whenFalse } condition when ValueReader.Throws(whenFalse) => ParameterOf(condition.WhenTrue),
        IParameterReferenceOperation reference => reference.Parameter,
        _ => null,
    };

    private bool MayChangeReceiver(IMethodSymbol method, int depth)
    {
        if (method.IsStatic)
        {
            return false;
        }

        if (depth == 0 || method.IsVirtual || method.IsOverride || method.IsAbstract || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (trees.OperationOf(reference.GetSyntax()) is not { } body || body.Descendants().Any(operation => Changes(operation, depth)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Changes(IOperation operation, int depth) => operation switch
    {
        IAssignmentOperation { Target: IMemberReferenceOperation } or IIncrementOrDecrementOperation { Target: IMemberReferenceOperation } => true,
        IArgumentOperation { Value: IInstanceReferenceOperation or IMemberReferenceOperation { Instance: IInstanceReferenceOperation } } argument =>
            argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out || argument.Value is IInstanceReferenceOperation,
        IInvocationOperation { Instance: IInstanceReferenceOperation } call => MayChangeReceiver(call.TargetMethod.OriginalDefinition, depth - 1),
        _ => false,
    };

    private sealed class Keys : IEqualityComparer<(IMethodSymbol Method, RequestKind Kind)>
    {
        public static readonly Keys Instance = new();

        public bool Equals((IMethodSymbol Method, RequestKind Kind) x, (IMethodSymbol Method, RequestKind Kind) y) =>
            ReferenceEquals(x.Kind, y.Kind) && SymbolEqualityComparer.Default.Equals(x.Method, y.Method);

        public int GetHashCode((IMethodSymbol Method, RequestKind Kind) key) => SymbolEqualityComparer.Default.GetHashCode(key.Method);
    }
}
