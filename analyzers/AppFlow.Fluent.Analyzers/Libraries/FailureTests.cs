namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What a handler asks a failure of AppFlow.Fluent besides its type: tests for a <see cref="AppFlowFailures"/>.</summary>
internal static class FailureTests
{
    /// <summary><c>e.MayHaveBeenApplied</c>: of the refusals it is false; of all others it is taken to be true.</summary>
    public static readonly object MayHaveBeenApplied = new Named(nameof(MayHaveBeenApplied));

    /// <summary><c>!e.MayHaveBeenApplied</c>: exactly the refusals. A handler that asks for it goes round again after refusals alone.</summary>
    public static readonly object NotApplied = new Named(nameof(NotApplied));

    /// <summary><c>e.IsRetryable</c>: never a refusal; of the others it may be true.</summary>
    public static readonly object IsRetryable = new Named(nameof(IsRetryable));

    /// <summary><c>e.ErrorCode == "ConflictException"</c>.</summary>
    public static object ErrorCode(string code) => new Code(code);

    /// <summary>The code that a test made by <see cref="ErrorCode"/> asks for; null for any other test.</summary>
    internal static string? CodeOf(object test) => (test as Code)?.Value;

    private sealed class Named(string name)
    {
        public override string ToString() => name;
    }

    private sealed class Code(string value) : IEquatable<Code>
    {
        public string Value { get; } = value;

        public bool Equals(Code? other) => other?.Value == Value;

        public override bool Equals(object? obj) => Equals(obj as Code);

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

        public override string ToString() => $"ErrorCode({Value})";
    }
}
