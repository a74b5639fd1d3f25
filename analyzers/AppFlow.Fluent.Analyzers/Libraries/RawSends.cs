using AppFlow.Fluent.Analyzers.Expressions;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Identifies calls that send an AWS SDK request.</summary>
internal static class RawSends
{
    private const string Async = "Async";
    private const string Begin = "Begin";

    /// <summary>The call as a send; null for any other call.</summary>
    public static RequestCall? Of(IInvocationOperation invocation, RequestLibrary library)
    {
        var method = invocation.TargetMethod;
        if (method.IsStatic
            || method.IsExtensionMethod
            || method.Parameters.IsEmpty
            || library.KindOf(method.Parameters[0].Type) is not { Raw: not null } declared
            || !IsNamedAfter(method.Name, AwsSdkTypes.NameOf(method.Parameters[0].Type))
            || ClientOf(invocation, method, library) is not { } client
            || CallArguments.First(invocation)?.Value is not { } handed)
        {
            return null;
        }

        var request = handed.Unwrapped();
        return new RequestCall(RequestCallKind.Send, library.KindOf(request.Type) is { Raw.IsDerived: true } kind ? kind : declared, invocation, method.OriginalDefinition, [])
        {
            Source = request,
            Client = client.Operation,
        };
    }

    /// <summary>A method of a request itself, such as S3's <c>AddKey</c>, which sets unknown properties. Null for any other call.</summary>
    public static RequestCall? OfOwnMethod(IInvocationOperation invocation, RequestLibrary library) =>
        invocation is { Instance: { } instance, TargetMethod: { IsStatic: false, IsExtensionMethod: false } method }
        && library.KindOf(instance.Type) is { Raw: not null } kind
        && method.ContainingType.SpecialType != SpecialType.System_Object
        && !method.IsOverride
            ? new RequestCall(RequestCallKind.Mutate, kind, invocation, method.OriginalDefinition, [.. MaySet(kind)]) { Source = instance }
            : null;

    private static IEnumerable<RequestFieldSet> MaySet(RequestKind kind) => kind.Shape.Fields
        .Where(field => field.Role == FieldRole.Content)
        .Select(kind.PropertyOf)
        .OfType<IPropertySymbol>()
        .Select(property => new RequestFieldSet(kind, property) { IsUncertain = true });

    // X, XAsync, BeginX
    private static bool IsNamedAfter(string method, string operation)
    {
        if (method.Length == operation.Length)
        {
            return method == operation;
        }

        return method.Length == operation.Length + Async.Length
            && (method.StartsWith(operation, StringComparison.Ordinal) ? method.EndsWith(Async, StringComparison.Ordinal)
                : method.StartsWith(Begin, StringComparison.Ordinal) && method.EndsWith(operation, StringComparison.Ordinal));
    }

    private static (IOperation? Operation, bool IsThere)? ClientOf(IInvocationOperation invocation, IMethodSymbol method, RequestLibrary library)
    {
        if (library.IsService(invocation.Instance?.Type ?? method.ContainingType) || library.IsService(method.ContainingType))
        {
            return (invocation.Instance, true);
        }

        if (invocation.Instance is IPropertyReferenceOperation { Property: { Name: "Paginators" } property } paginators && library.IsService(property.ContainingType))
        {
            return (paginators.Instance, true);
        }

        return AwsSdkTypes.IsPaginators(method.ContainingType) ? (invocation.Instance, true) : null;
    }
}
