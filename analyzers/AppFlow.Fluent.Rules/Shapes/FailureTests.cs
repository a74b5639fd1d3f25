namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>Tests of a handler for AppFlow.Fluent failures besides their type, for <see cref="LibraryFailures"/>.</summary>
internal static class FailureTests
{
    /// <summary><c>e.MayHaveBeenApplied</c>: false for refusals, and assumed to be true for all others.</summary>
    public static readonly object MayHaveBeenApplied = new Named(nameof(MayHaveBeenApplied));

    /// <summary><c>!e.MayHaveBeenApplied</c>: exactly the refusals. A handler with this test only retries after refusals.</summary>
    public static readonly object NotApplied = new Named(nameof(NotApplied));

    /// <summary><c>e.IsRetryable</c>: never for a refusal, possibly for others.</summary>
    public static readonly object IsRetryable = new Named(nameof(IsRetryable));

    /// <summary><c>e.ErrorCode == "ConflictException"</c>.</summary>
    public static object ErrorCode(string code) => new Code(code);

    /// <summary>The code of a test created by <see cref="ErrorCode"/>; null for any other test.</summary>
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
