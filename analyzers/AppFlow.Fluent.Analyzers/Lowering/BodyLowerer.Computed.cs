using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    // The maximum number of properties and queries that are inlined per body; further ones are treated like any other member.
    private const int MaxComputed = 200;

    private readonly Dictionary<IMethodSymbol, IOperation?> _computations = new(SymbolEqualityComparer.Default);
    private int _computed;

    /// <summary>
    /// The value of a computed property of this compilation: its code is inlined, so that a condition on it is a condition on what it
    /// reads. Null for any other property.
    /// </summary>
    private Term? Computed(IMethodSymbol getter, Term? receiver) => ComputationOf(getter) is { } code && ++_computed <= MaxComputed
        ? Compute(getter, code, receiver)
        : null;

    /// <summary>The same for a method that queries its arguments and its object.</summary>
    private Term? ComputedCall(IInvocationOperation call, IMethodSymbol method)
    {
        if (method.ReturnType.SpecialType != SpecialType.System_Boolean || ComputationOf(method) is not { } code || ++_computed > MaxComputed)
        {
            return null;
        }

        var receiver = call.Instance is null ? _frame.This : Value(call.Instance);
        if (method.Parameters.IsEmpty)
        {
            return Compute(method, code, receiver);
        }

        Bind(method.OriginalDefinition.Parameters, call.Arguments);

        // The next call has other arguments.
        var answer = NewTemp();
        Add(new AssignStep(answer, Compute(method, code, receiver)));
        return answer;
    }

    private Term Compute(IMethodSymbol method, IOperation code, Term? receiver)
    {
        _frame = new Frame(receiver ?? _frame.This) { Outer = _frame, Function = method.OriginalDefinition, Return = _frame.Return, Result = _frame.Result };
        var value = Value(code);
        _frame = _frame.Outer!;
        return value;
    }

    private IOperation? ComputationOf(IMethodSymbol method)
    {
        if (method.ReturnType.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_Int32)
            || method.IsAbstract || ((method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed)
            || !Sources.IsIn(_compilation, method) || IsRunning(method) is not null || Depth() > MaxDepth)
        {
            return null;
        }

        var definition = method.OriginalDefinition;
        if (!_computations.TryGetValue(definition, out var code))
        {
            code = Sources.BodyOf(_compilation, definition, _cancellationToken);
            var block = code is null ? null : (Functional.BodyOf(code) ?? code) as IBlockOperation;
            code = block is { Operations.Length: 1 } && block.Operations[0] is IReturnOperation { ReturnedValue: { } value } && Computation.Is(value, _compilation) ? value : null;
            _computations.Add(definition, code);
        }

        return code;
    }
}
