using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Members of C# 14's <c>extension</c> blocks: types of a kind that is newer than the Roslyn version used here.</summary>
internal static class ExtensionBlocks
{
    public static bool IsMember(IMethodSymbol method) => method.ContainingType is { } type && type.TypeKind > TypeKind.FunctionPointer;
}
