using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Usage;

/// <summary>Where code gives values to the fields of fluent requests: the calls that begin or complete one, and what sets its properties.</summary>
internal static class GivenValues
{
    /// <summary>The kinds of operations that <see cref="In"/> understands.</summary>
    public static OperationKind[] Kinds => [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.With, OperationKind.SimpleAssignment];

    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that it stands in: what the class of a request does with itself is left out.</param>
    /// <param name="library">The requests of the compilation.</param>
    public static IEnumerable<GivenValue> In(IOperation operation, ISymbol member, RequestLibrary library)
    {
        if (!MayGive(operation, library))
        {
            return [];
        }

        if (library.CallOf(operation) is { Request: { } kind } call)
        {
            return OwnClass.Contains(kind.Symbol, member) ? [] : InCall(call, kind, library);
        }

        return operation is IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } method } factory
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType)
                ? InFactory(factory, library)
                : [];
    }

    // Names and types come first: to ask what every call of a project does is what costs.
    private static bool MayGive(IOperation operation, RequestLibrary library) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } =>
            RequestNames.IsWith(method.Name) || (method is { IsStatic: true, IsExtensionMethod: false } && library.IsOfLibrary(method)),
        IObjectCreationOperation creation => library.FluentKindOf(creation.Type) is not null,
        IWithOperation with => library.FluentKindOf(with.Operand.Type) is not null,
        ISimpleAssignmentOperation { IsRef: false, Target: IPropertyReferenceOperation { Instance: { } instance }, Parent: not IObjectOrCollectionInitializerOperation } =>
            library.FluentKindOf(instance.Type) is not null,
        _ => false,
    };

    private static IEnumerable<GivenValue> InCall(RequestCall call, RequestKind kind, RequestLibrary library)
    {
        foreach (var set in call.AllSets)
        {
            // A method of the user's own may make the field's value of something else that it is given.
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

    // A method whose body cannot be read is taken at its word where its parameter has the property's name.
    private static bool IsCertain(IOperation value, IPropertySymbol holder, RequestCall call, RequestKind kind, RequestLibrary library) =>
        value.Parent is not IArgumentOperation { Parameter: { } parameter }
        || call.Target is not IMethodSymbol method
        || library.IsOfLibrary(method)
        || library.IsRead(kind, method)
        || string.Equals(parameter.Name, holder.Name, StringComparison.OrdinalIgnoreCase);

    // ConnectorProvisioningConfig.ForLambda(lambdaArn): a method that makes a part of a request, with parameters named after properties.
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
