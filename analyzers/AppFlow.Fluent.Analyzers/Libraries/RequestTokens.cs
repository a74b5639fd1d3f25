using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Which properties of the SDK's types are idempotency tokens. No metadata says it: three names do, corrected by a table.</summary>
internal static class RequestTokens
{
    /// <summary>What a token is called, but for the table's exceptions.</summary>
    public static readonly string[] UsualNames = ["ClientToken", "ClientRequestToken", "IdempotencyToken"];

    // Made known by their own words, or by a filter of the service: a retry with another one is no new call of itself.
    private static readonly string[] NeverRetried = ["MessageDeduplicationId", "CallerReference"];

    /// <summary>What is known of the token of a request; null where the property is none.</summary>
    /// <param name="property">A property of the request.</param>
    /// <param name="request">The request, as the service knows it.</param>
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

    /// <summary>The property of a type that is part of requests, where it holds a token; null for any other type.</summary>
    public static IPropertySymbol? OfNested(INamedTypeSymbol type) =>
        AwsSdkTypes.ServiceOf(type) is { } service && !AwsSdkTypes.IsRequest(type) && TokenExceptions.NestedToken(service, type.Name) is { } name
            ? type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => property.Type.SpecialType == SpecialType.System_String)
            : null;
}
