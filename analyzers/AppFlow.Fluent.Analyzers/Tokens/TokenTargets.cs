using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Tokens.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>The cheap question that comes before every costly one: is anything here given a token at all?</summary>
internal static class TokenTargets
{
    /// <summary>The operations in which a token is given.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
        ImmutableArray.Create(OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);

    /// <param name="model">The model.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="marked">The names of what is marked: parameters and their attributes are asked for only where the name is one of them.</param>
    public static bool TakesToken(this FluentModel model, IOperation operation, MarkedMembers marked) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } call => (marked.HasMethod(method) && Any(model, method.Parameters)) || SetsToken(model, call),
        IObjectCreationOperation { Constructor: { } constructor } =>
            (marked.Types.Contains(constructor.ContainingType.Name) && Any(model, constructor.Parameters)) || SetsToken(model, operation),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } =>
            marked.Properties.Contains(property.Name) && model.IsToken(property),
        _ => false,
    };

    // A user's own request may mark the property and leave the parameter that sets it unmarked.
    private static bool SetsToken(FluentModel model, IOperation operation)
    {
        if (model.CallOf(operation) is { } call)
        {
            foreach (var set in call.Sets)
            {
                if (set.Field.IsToken)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Any(FluentModel model, ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Type.SpecialType == SpecialType.System_String && model.IsToken(parameter))
            {
                return true;
            }
        }

        return false;
    }
}
