using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>A value for each variable, and so for each term over them.</summary>
/// <param name="Values">The values, by the variable's name; a list is its length.</param>
internal sealed record Assignment(IReadOnlyDictionary<string, object?> Values)
{
    public bool Holds(Term condition) => (bool)Of(condition)!;

    public object? Of(Term term) => term switch
    {
        Constant constant => constant.Value,
        Variable variable => Values[variable.Name],
        Apply apply => Of(apply.Function, [.. apply.Operands.Select(Of)]),
        _ => throw new ArgumentException("No such term is made here.", nameof(term)),
    };

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Values.Select(entry => entry.Key + "=" + (entry.Value is string text ? "'" + text + "'" : entry.Value ?? "null")));

    private static object? Of(Function function, object?[] operands) => function.Kind switch
    {
        FunctionKind.Not => !(bool)operands[0]!,
        FunctionKind.And => operands.All(operand => (bool)operand!),
        FunctionKind.Or => operands.Any(operand => (bool)operand!),
        FunctionKind.Equal => Equals(operands[0], operands[1]),
        FunctionKind.Less => (int)operands[0]! < (int)operands[1]!,
        FunctionKind.Choice => (bool)operands[0]! ? operands[1] : operands[2],
        FunctionKind.Count => operands[0],
        FunctionKind.IsEmpty => (int)operands[0]! == 0,

        // The front end handles the length of null: it throws, or is null itself.
        FunctionKind.Length => (operands[0] as string)?.Length,
        FunctionKind.IsEmptyText => operands[0] is "",
        FunctionKind.IsBlankText => operands[0] is string text && string.IsNullOrWhiteSpace(text),

        // Of the texts "a" is a cat, and "a" and "b" are animals.
        FunctionKind.Is => function.Symbol is "Cat" ? operands[0] is "a" : operands[0] is "a" or "b",
        _ => throw new ArgumentException("No such function is applied here.", nameof(function)),
    };
}
