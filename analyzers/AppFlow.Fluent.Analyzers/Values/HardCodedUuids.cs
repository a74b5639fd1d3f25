using AppFlow.Fluent.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>Client tokens that <c>ClientToken.From</c> creates from a hard-coded UUID.</summary>
internal static class HardCodedUuids
{
    /// <summary>The token in the library's spelling; null if the UUID is known only at run time.</summary>
    public static string? TokenOf(IInvocationOperation call, ConstantScope scope) =>
        call is
        {
            TargetMethod: { Name: "From", IsStatic: true, ContainingType: { Name: "ClientToken", ContainingNamespace: { Name: "Fluent", ContainingNamespace.Name: "AppFlow" } } },
            Arguments: { Length: 1 } arguments,
        }
            ? TextOf(arguments[0].Value, scope)
            : null;

    private static string? TextOf(IOperation uuid, ConstantScope scope)
    {
        uuid = uuid.UnwrappedValue();
        while (uuid is ILocalReferenceOperation or IFieldReferenceOperation && scope.InitializerOf(uuid) is { } value && scope.Deeper(out scope))
        {
            uuid = value.UnwrappedValue();
        }

        // The type of a target-typed new is a conversion's.
        while (uuid is IConversionOperation { OperatorMethod: null } conversion)
        {
            uuid = conversion.Operand;
        }

        var text = uuid switch
        {
            IObjectCreationOperation { Type: { } type, Arguments: { Length: 1 } arguments } when IsGuid(type) => arguments[0].Value,
            IInvocationOperation { TargetMethod: { Name: "Parse" or "ParseExact", IsStatic: true, ContainingType: { } type }, Arguments: { Length: > 0 } arguments } when IsGuid(type) =>
                arguments[0].Value,
            _ => null,
        };
        return text is not null
            && HardCodedValues.Of(text, scope) is { Length: 1 } values
            && values[0].Value is string written
            && Guid.TryParse(written, out var known)
                ? known.ToString()
                : null;
    }

    private static bool IsGuid(ITypeSymbol type) =>
        type is { Name: nameof(Guid), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };
}
