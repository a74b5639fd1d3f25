using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>Where code gives values to the fields of requests: the calls that begin or complete one, and assignments to its properties.</summary>
internal static class GivenValues
{
    /// <summary>The kinds of operations that <see cref="In"/> understands.</summary>
    public static OperationKind[] Kinds => [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment];

    public static IEnumerable<GivenValue> In(IOperation operation, FluentModel model) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false, Target: IPropertyReferenceOperation { Instance: { } instance } target } assignment
            => InAssignment(target.Property, instance, assignment.Value, model),
        IInvocationOperation or IObjectCreationOperation when model.CallOf(operation) is { } call => InCall(call),
        IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } method } invocation
            when model.IsOfLibrary(method) && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) => InFactory(invocation),
        _ => [],
    };

    // An object initializer, a with expression, or a statement; what a request's class assigns to itself is its own affair.
    private static IEnumerable<GivenValue> InAssignment(IPropertySymbol property, IOperation instance, IOperation value, FluentModel model) =>
        instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        && model.RequestOf(instance.Type)?.FieldNamed(property.Name) is { } field
            ? [new GivenValue(field.Name, value, field.Constraints, field.IsRequired)]
            : [];

    private static IEnumerable<GivenValue> InCall(RequestCall call)
    {
        foreach (var set in call.Sets)
        {
            if (set.Parameter is not { } parameter || call.ValueOf(set) is not { } value)
            {
                continue;
            }

            if (set.Constraints == set.Field.Constraints)
            {
                // A user's extension may make the field's value of something else that it is given.
                if (!call.Method.IsExtensionMethod || call.Request.FieldNamed(parameter.Name) == set.Field)
                {
                    yield return new GivenValue(set.Field.Name, value, set.Constraints, set.Field.IsRequired);
                }
            }
            else
            {
                yield return new GivenValue(PropertyNameOf(parameter), value, set.Constraints, set.Field.IsRequired && set.Constraints.IsRequired);
            }
        }
    }

    // ConnectorProvisioningConfig.ForLambda(lambdaArn): a method that makes a part of a request, with parameters named after properties.
    private static IEnumerable<GivenValue> InFactory(IInvocationOperation invocation)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { } parameter
                && argument.IsWritten()
                && RequestType.PartNamed(invocation.TargetMethod.ContainingType, parameter.Name) is { } part)
            {
                var constraints = FieldConstraints.Of(part);
                yield return new GivenValue(part.Name, argument.Value, constraints, constraints.IsRequired);
            }
        }
    }

    private static string PropertyNameOf(IParameterSymbol parameter) =>
        parameter.Name.Length == 0 ? "" : char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);
}
