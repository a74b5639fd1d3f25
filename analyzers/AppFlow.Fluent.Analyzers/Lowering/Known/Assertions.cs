using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Lowering.Known;

/// <summary>Assertions and mocks, recognised by name, which is enough because it can only silence a rule.</summary>
internal static class Assertions
{
    /// <summary>Whether the method runs a lambda that is expected to throw.</summary>
    public static bool ExpectsThrow(IMethodSymbol method) =>
        (method.ContainingType.Name.EndsWith("Assert", StringComparison.Ordinal) || method.ContainingType.Name is "AssertEx" or "ThrowsAssert" or "AssertExtensions")
            && (method.Name.Contains("Throw") || method.Name.StartsWith("Catch", StringComparison.Ordinal) || method.Name == "That")
        || (method.ContainingType.Name == "Record" && method.Name.StartsWith("Exception", StringComparison.Ordinal))
        || method.Name is "Invoking" or "Awaiting" or "ThrowsAsync" or "ThrowsAnyAsync" or "ThrowAsync" or "ThrowExactlyAsync" or "ShouldThrow" or "ShouldThrowAsync"
        || (method.Name.StartsWith("Should", StringComparison.Ordinal) && method.Parameters.Length > 0 && method.Parameters[0].Type.TypeKind == TypeKind.Delegate);

    /// <summary>Whether the method returns a mock on which calls are only verified.</summary>
    public static bool RegistersForCalls(IMethodSymbol method) =>
        (method.Name.StartsWith("Received", StringComparison.Ordinal) || method.Name.StartsWith("DidNotReceive", StringComparison.Ordinal))
        && Types.IsUnder(method.ContainingType, "NSubstitute");
}
