using AppFlow.Fluent.Analyzers.Contexts;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Requests;

/// <summary>Where code gives values to the fields of requests: the calls that begin or complete one, and assignments to its properties.</summary>
internal static class GivenValues
{
    /// <summary>The kinds of operations that <see cref="In"/> understands.</summary>
    public static OperationKind[] Kinds => [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment];

    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that it stands in: what the class of a request does with itself is left out.</param>
    /// <param name="model">The requests of the compilation.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static IEnumerable<GivenValue> In(IOperation operation, ISymbol member, FluentModel model, Compilation compilation, CancellationToken cancellationToken) =>
        operation switch
        {
            ISimpleAssignmentOperation { IsRef: false, Target: IPropertyReferenceOperation { Instance: { } instance } target } assignment
                => InAssignment(target.Property, instance, assignment.Value, member, model),
            IInvocationOperation or IObjectCreationOperation when model.CallOf(operation) is { } call && !OwnClass.Contains(call.Request.Symbol, member)
                => InCall(call, model, compilation, cancellationToken),
            IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } method } invocation
                when model.IsOfLibrary(method) && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) => InFactory(invocation),
            _ => [],
        };

    // An object initializer, a with expression, or a statement.
    private static IEnumerable<GivenValue> InAssignment(IPropertySymbol property, IOperation instance, IOperation value, ISymbol member, FluentModel model) =>
        model.RequestOf(instance.Type) is { } request && request.FieldNamed(property.Name) is { } field && !OwnClass.Contains(request.Symbol, member)
            ? [new GivenValue(field.Name, value, field.Constraints, field.IsRequired, OriginOf(request, model), method: null)]
            : [];

    private static IEnumerable<GivenValue> InCall(RequestCall call, FluentModel model, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var set in call.Sets)
        {
            if (set.Parameter is not { } parameter || call.ValueOf(set) is not { } value || IsLeftOut(parameter, value))
            {
                continue;
            }

            var isWhole = set.Constraints == set.Field.Constraints;
            var field = isWhole ? set.Field.Name : PropertyNameOf(parameter);

            // A method of the user's own may make the field's value of something else that it is given.
            if (model.IsOfLibrary(call.Method) || SetterBodies.GiveWhole(call.Method, parameter, field, compilation, cancellationToken))
            {
                yield return new GivenValue(
                    field,
                    value,
                    set.Constraints,
                    set.Field.IsRequired && (isWhole || set.Constraints.IsRequired),
                    OriginOf(call.Request, model),
                    call.Method.MethodKind == MethodKind.Constructor ? null : call.Method.Name);
            }
        }
    }

    // The null that is a parameter's default sets nothing, written or not.
    private static bool IsLeftOut(IParameterSymbol parameter, IOperation value) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null } && value.ConstantValue is { HasValue: true, Value: null };

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
                yield return new GivenValue(part.Name, argument.Value, constraints, constraints.IsRequired, RequestOrigin.AppFlow, invocation.TargetMethod.Name);
            }
        }
    }

    private static RequestOrigin OriginOf(RequestType request, FluentModel model) =>
        model.IsOfLibrary(request.Symbol) ? RequestOrigin.AppFlow : RequestOrigin.Own;

    private static string PropertyNameOf(IParameterSymbol parameter) =>
        parameter.Name.Length == 0 ? "" : char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);
}
