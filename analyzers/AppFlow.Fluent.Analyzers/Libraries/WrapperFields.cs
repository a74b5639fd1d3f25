using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Identifies the parameters and properties of a wrapper that belong to the request's content rather than to how it is sent.
/// </summary>
internal static class WrapperFields
{
    public static IReadOnlyList<ISymbol> Of(IEnumerable<ISymbol> symbols) => [.. symbols.Where(symbol => !IsAboutSending(symbol.Name, TypeOf(symbol)))];

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsAboutSending(string name, ITypeSymbol? type)
    {
        var bare = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return bare is not null
            && (bare is { Name: "CancellationToken" or "TimeSpan" or "TimeProvider" }
                || ClientTypes.IsClient(bare)
                || IsLogger(bare)
                || (IsInteger(bare) && IsAttempt(name)));
    }

    private static bool IsLogger(ITypeSymbol type) => type.Name is "ILogger" or "ILoggerFactory" || type.AllInterfaces.Any(contract => contract.Name is "ILogger");

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    // attempt, attemptNumber, maxRetries, tryCount
    private static bool IsAttempt(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.Contains("attempt")
            || lower.Contains("retry")
            || lower.Contains("retries")
            || lower is "try" or "tries" or "trynumber" or "trycount" or "maxtries" or "round" or "@try";
    }
}
