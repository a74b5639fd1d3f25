using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Identifies the idempotency tokens among the properties of SDK types. There is no metadata for it: three names, corrected by a table,
/// decide.
/// </summary>
internal static class RequestTokens
{
    /// <summary>The token names, apart from the table's exceptions.</summary>
    public static readonly string[] UsualNames = ["ClientToken", "ClientRequestToken", "IdempotencyToken"];

    // The service uses these as ids or filters: a retry with another value is not necessarily a new call.
    private static readonly string[] NeverRetried = ["MessageDeduplicationId", "CallerReference"];

    /// <summary>The token data of a property; null if it is not a token.</summary>
    /// <param name="property">A property of the request.</param>
    /// <param name="request">The SDK's request type.</param>
    public static RequestToken? Of(IPropertySymbol property, INamedTypeSymbol request)
    {
        if (property.Type.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        var exception = AwsSdkTypes.ServiceOf(request) is { } service ? TokenExceptions.Find(service, request.Name, property.Name) : null;
        var isToken = exception switch
        {
            { Sign: TokenExceptionSign.None or TokenExceptionSign.Nested } => false,
            { Sign: TokenExceptionSign.OtherName or TokenExceptionSign.NotFilled } => true,
            _ => UsualNames.Contains(property.Name),
        };
        return isToken
            ? new RequestToken(
                IsFilled: exception?.IsFilled ?? true,
                IsWrittenBack: exception is not null && request.Name == "CreateFileSystemRequest" && property.Name == "CreationToken",
                IsRetried: !NeverRetried.Contains(property.Name))
            : null;
    }

    /// <summary>The token property of a type that is part of requests; null for any other type.</summary>
    public static IPropertySymbol? OfNested(INamedTypeSymbol type) =>
        AwsSdkTypes.ServiceOf(type) is { } service && !AwsSdkTypes.IsRequest(type) && TokenExceptions.NestedToken(service, type.Name) is { } name
            ? type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => property.Type.SpecialType == SpecialType.System_String)
            : null;
}
