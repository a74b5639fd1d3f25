using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>
/// Finds the values that code gives to fields of fluent requests: in calls that create or extend one, and in property assignments.
/// </summary>
internal static class GivenValues
{
    /// <summary>The values that a call gives to fields of a fluent request; none for a call of another kind.</summary>
    /// <param name="call">The call.</param>
    /// <param name="member">The member that contains it; code in the request's own class is skipped.</param>
    /// <param name="library">The requests of the compilation.</param>
    public static IEnumerable<GivenValue> In(RequestCall call, ISymbol member, RequestLibrary library) =>
        call.Request is { } kind && MayGive(call.Operation, kind, library) && !OwnClass.Contains(kind.Symbol, member) ? InCall(call, kind, library) : [];

    /// <summary>The values that a method of the library gives to a part of a request that it makes.</summary>
    public static IEnumerable<GivenValue> InPart(IInvocationOperation made, RequestLibrary library) =>
        SymbolEqualityComparer.Default.Equals(made.TargetMethod.ReturnType, made.TargetMethod.ContainingType) ? InFactory(made, library) : [];

    private static bool MayGive(IOperation operation, RequestKind kind, RequestLibrary library) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } =>
            RequestNames.IsWith(method.Name) || (method is { IsStatic: true, IsExtensionMethod: false } && library.IsOfLibrary(method)),
        ISimpleAssignmentOperation assignment => kind.Raw is null && !assignment.IsRef,
        IObjectCreationOperation or IWithOperation => kind.Raw is null,
        _ => false,
    };

    private static IEnumerable<GivenValue> InCall(RequestCall call, RequestKind kind, RequestLibrary library)
    {
        foreach (var set in call.AllSets)
        {
            // A user's own method may derive the field's value from another argument.
            if (set is not { Property: { } property, Inputs.Count: 1, IsUncertain: false } || !(set.IsWhole || set.Part is not null))
            {
                continue;
            }

            var (holder, value) = (set.IsWhole ? property : set.Part!, set.Inputs[0]);
            if (IsCertain(value, holder, call, kind, library))
            {
                var constraints = library.ConstraintsOf(holder);
                yield return new GivenValue(
                    holder.Name,
                    value,
                    constraints,
                    constraints.IsRequired && library.ConstraintsOf(property).IsRequired,
                    kind.IsOfLibrary ? RequestOrigin.AppFlow : RequestOrigin.Own,
                    call.Target is IMethodSymbol { MethodKind: not MethodKind.Constructor } method ? method.Name : null);
            }
        }
    }

    // For a method without a readable body, the parameter's name decides.
    private static bool IsCertain(IOperation value, IPropertySymbol holder, RequestCall call, RequestKind kind, RequestLibrary library) =>
        value.Parent is not IArgumentOperation { Parameter: { } parameter }
        || call.Target is not IMethodSymbol method
        || library.IsOfLibrary(method)
        || library.IsRead(kind, method)
        || string.Equals(parameter.Name, holder.Name, StringComparison.OrdinalIgnoreCase);

    // ConnectorProvisioningConfig.ForLambda(lambdaArn): a method that creates a part of a request, with parameters named after properties.
    private static IEnumerable<GivenValue> InFactory(IInvocationOperation factory, RequestLibrary library)
    {
        foreach (var argument in factory.Arguments)
        {
            if (argument.Parameter is { } parameter
                && CallArguments.IsWritten(argument)
                && RequestProperties.PartNamed(factory.TargetMethod.ContainingType, parameter.Name) is { } part)
            {
                var constraints = library.ConstraintsOf(part);
                yield return new GivenValue(part.Name, argument.Value, constraints, constraints.IsRequired, RequestOrigin.AppFlow, factory.TargetMethod.Name);
            }
        }
    }
}
