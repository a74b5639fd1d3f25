namespace AppFlow.Fluent.Analyzers.Lowering;

/// <summary>The failures after which a pipeline repeats its lambda.</summary>
/// <param name="Handled">Which; null if it may be any.</param>
internal sealed record RetriedFailures(IReadOnlyList<HandledFailure>? Handled)
{
    /// <summary>None: it repeats nothing.</summary>
    public static RetriedFailures None { get; } = new([]);

    /// <summary>Any, or nobody knows which.</summary>
    public static RetriedFailures All { get; } = new(Handled: null);
}
