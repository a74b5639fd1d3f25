using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// The possible failures of an AWS SDK send. Services have thousands of exceptions, and an older client may receive those of a newer
/// service, so they are classified by name instead of one by one.
/// </summary>
/// <param name="serviceException">The base exception of all services; null if the compilation lacks it.</param>
/// <param name="service">The called service; null if unknown.</param>
internal sealed class AwsFailures(INamedTypeSymbol? serviceException, string? service) : FailureModel
{
    /// <summary>The service reports that nothing was applied.</summary>
    private const ulong Refused = 1;

    /// <summary>The service throttles.</summary>
    private const ulong Throttled = 2;

    /// <summary>Any other error of the service.</summary>
    private const ulong Answered = 4;

    /// <summary>No answer: the SDK's own exception, the network's, a time-out, a cancellation.</summary>
    private const ulong Lost = 8;

    /// <summary>The SDK refuses to send an obviously invalid request.</summary>
    private const ulong NotSent = 16;

    private const ulong OfService = Refused | Throttled | Answered;

    /// <inheritdoc/>
    public override ulong All => OfService | Lost | NotSent;

    /// <inheritdoc/>
    public override ulong Refusals => Refused | NotSent;

    /// <inheritdoc/>
    public override ulong May(object test) => test switch
    {
        ITypeSymbol type when AwsSdkTypes.IsServiceException(type) => IsOfOtherService(type) ? 0 : OfServiceException(type),
        ITypeSymbol type when IsBaseOfService(type) => All,
        ITypeSymbol type => IsAboutArguments(type) ? NotSent : Lost,
        _ when FailureTests.CodeOf(test) is { } code => FailureNames.IsThrottling(code) ? Throttled : FailureNames.IsRefusingCode(code) ? Refused : Answered,
        _ => All,
    };

    /// <inheritdoc/>
    public override ulong Must(object test) => test switch
    {
        ITypeSymbol type when AwsSdkTypes.IsNamed(type, "AmazonServiceException") || (IsBaseOfOneService(type) && !IsOfOtherService(type)) => OfService,
        ITypeSymbol { SpecialType: SpecialType.System_Object } => All,
        ITypeSymbol { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => All,
        ITypeSymbol type when !AwsSdkTypes.IsServiceException(type) && IsBaseOfService(type) => OfService,
        _ => 0,
    };

    private static ulong OfServiceException(ITypeSymbol type) =>
        FailureNames.IsThrottling(type.Name) ? Throttled
        : FailureNames.IsRefusal(type.Name) ? Refused
        : AwsSdkTypes.IsNamed(type, "AmazonServiceException") || IsBaseOfOneService(type) ? OfService
        : Answered;

    private bool IsOfOtherService(ITypeSymbol exception) =>
        service is not null && AwsSdkTypes.ThrowingServiceOf(exception) is { } other && other != service;

    // AmazonEC2Exception, directly below the base exception of all services, and not a specific failure with the same base.
    private static bool IsBaseOfOneService(ITypeSymbol type) =>
        type.BaseType is { } parent && AwsSdkTypes.IsNamed(parent, "AmazonServiceException")
        && type.Name.StartsWith("Amazon", StringComparison.Ordinal) && !FailureNames.IsRefusal(type.Name) && !FailureNames.IsThrottling(type.Name);

    // Exception and the other bases of the services' exception.
    private bool IsBaseOfService(ITypeSymbol type)
    {
        for (INamedTypeSymbol? current = serviceException; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAboutArguments(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "ArgumentException" or "InvalidOperationException", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
