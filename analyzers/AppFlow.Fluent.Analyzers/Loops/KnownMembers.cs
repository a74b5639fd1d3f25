using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Loops;

/// <summary>Members of the framework and of the library whose results are known to be the same each time, or another one each time.</summary>
internal static class KnownMembers
{
    /// <summary>Whether the member makes an identifier that nothing else has, and so can serve as a token.</summary>
    public static bool IsFreshToken(IMethodSymbol method) => method switch
    {
        { Name: "New", ContainingType: { Name: "ClientToken" } type } => IsOfLibrary(type),
        { Name: "NewGuid" or "CreateVersion7", ContainingType: { Name: "Guid" } type } => IsOfSystem(type),
        _ => false,
    };

    /// <summary>Whether the member gives another value each time that it is used.</summary>
    public static bool IsFreshEachTime(ISymbol member) => member switch
    {
        IMethodSymbol method => IsFreshToken(method) || (IsOfSystem(method.ContainingType) && IsConsuming(method)),
        IPropertySymbol { Name: "Now" or "UtcNow" or "TickCount" or "TickCount64" } property => IsOfSystem(property.ContainingType),
        IPropertySymbol { Name: "Current" } property => property.ContainingType?.GetMembers("MoveNext").Length > 0
            || property.ContainingType?.AllInterfaces.Any(type => type.Name is "IEnumerator" or "IAsyncEnumerator") == true
            || property.ContainingType?.Name is "IEnumerator" or "IAsyncEnumerator",
        _ => false,
    };

    /// <summary>Whether the member's result is the same as long as what it is given is.</summary>
    public static bool IsPure(ISymbol member)
    {
        switch (member)
        {
            case IMethodSymbol method when IsOfSystem(method.ContainingType):
                return IsTextOfText(method.Name);
            case IPropertySymbol { IsIndexer: false } property when IsOfLibrary(property.ContainingType):
                return true;
            case IPropertySymbol { IsIndexer: false, SetMethod: null or { IsInitOnly: true } } property:
                return property.ContainingType?.SpecialType == SpecialType.System_String || IsStored(property);
            case IMethodSymbol method:
                return IsOfLibrary(method.ContainingType);
            default:
                return false;
        }
    }

    // A property that gives back what the constructor or the initializer put there.
    private static bool IsStored(IPropertySymbol property) => property.ContainingType?.GetMembers()
        .OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)) == true;

    private static bool IsTextOfText(string method) =>
        method is "ToString" or "Format" or "Concat" or "Join" or "Trim" or "Replace" or "Substring" or "ToLowerInvariant" or "ToUpperInvariant";

    private static bool IsConsuming(IMethodSymbol method) =>
        method.Name is "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "Take" or "TryTake" or "TryRead" or "ReadAsync"
            or "ReadLine" or "ReadLineAsync" or "Read" or "Next" or "NextInt64" or "GetTimestamp" or "GetUtcNow"
        || (method.Name.StartsWith("Get", StringComparison.Ordinal) && method.ContainingType.Name.EndsWith("DataReader", StringComparison.Ordinal));

    private static bool IsOfLibrary(INamedTypeSymbol? type) => type?.ContainingAssembly?.Name == "AppFlow.Fluent";

    private static bool IsOfSystem(INamedTypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }
}
