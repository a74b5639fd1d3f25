namespace AppFlow.Fluent.Rules.Terms;

/// <summary>The function of an <see cref="Apply"/>.</summary>
/// <param name="kind">The kind of function.</param>
/// <param name="symbol">Its member, method, type or test; null if the kind alone identifies the function.</param>
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

    /// <summary>The result of a task.</summary>
    public static readonly Function Result = new(FunctionKind.Pure, "result");

    public FunctionKind Kind { get; } = kind;

    public object? Symbol { get; } = symbol;

    /// <summary>Whether the result depends on writable memory, and not only on the operands.</summary>
    public bool ReadsMemory => Kind is FunctionKind.Member or FunctionKind.Element or FunctionKind.Count or FunctionKind.IsEmpty or FunctionKind.Query;

    /// <summary>Whether the result is never null.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>The index that it reads from a tuple; null if it does not read from one.</summary>
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
