namespace AppFlow.Fluent.Rules.Terms;

/// <summary>What an <see cref="Apply"/> does with its operands.</summary>
/// <param name="kind">What kind of function it is.</param>
/// <param name="symbol">The member, method, type or test that it stands for; null for a function that the kind alone names.</param>
internal sealed class Function(FunctionKind kind, object? symbol = null) : IEquatable<Function>
{
    public static readonly Function Not = new(FunctionKind.Not);
    public static readonly Function And = new(FunctionKind.And);
    public static readonly Function Or = new(FunctionKind.Or);
    public static readonly Function Equal = new(FunctionKind.Equal);
    public static readonly Function Less = new(FunctionKind.Less);
    public static readonly Function Text = new(FunctionKind.Text);
    public static readonly Function Choice = new(FunctionKind.Choice);
    public static readonly Function Tuple = new(FunctionKind.Tuple);
    public static readonly Function Count = new(FunctionKind.Count);
    public static readonly Function Length = new(FunctionKind.Length);
    public static readonly Function IsEmpty = new(FunctionKind.IsEmpty);
    public static readonly Function IsEmptyText = new(FunctionKind.IsEmptyText);
    public static readonly Function IsBlankText = new(FunctionKind.IsBlankText);
    public static readonly Function Element = new(FunctionKind.Element);
    public static readonly Function Succeeded = new(FunctionKind.Succeeded);
    public static readonly Function Failed = new(FunctionKind.Failed);

    /// <summary>What a task ends with.</summary>
    public static readonly Function Result = new(FunctionKind.Pure, "result");

    public FunctionKind Kind { get; } = kind;

    public object? Symbol { get; } = symbol;

    /// <summary>Whether the result depends on memory that somebody may write, and not on the operands alone.</summary>
    public bool ReadsMemory => Kind is FunctionKind.Member or FunctionKind.Element or FunctionKind.Count or FunctionKind.IsEmpty or FunctionKind.Query;

    /// <summary>Whether the result is never null.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>The place that it reads where the operand is a tuple; null where it reads no part of one.</summary>
    public int? Part { get; init; }

    /// <inheritdoc/>
    public bool Equals(Function? other) => other is not null && other.Kind == Kind && Equals(Symbol, other.Symbol);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Function);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ (Symbol?.GetHashCode() ?? 0);

    /// <inheritdoc/>
    public override string ToString() => Symbol is null ? Kind.ToString() : Kind + ":" + Symbol;
}
