using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>The cheap question that comes before every costly one: is anything here given a token at all?</summary>
internal static class TokenTargets
{
    /// <summary>The operations in which a token is given.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } =
        ImmutableArray.Create(OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);

    public static bool TakesToken(this FluentModel model, IOperation operation) => operation switch
    {
        IInvocationOperation call => Any(model, call.TargetMethod.Parameters) || SetsToken(model, call),
        IObjectCreationOperation { Constructor: { } constructor } => Any(model, constructor.Parameters) || SetsToken(model, operation),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => model.IsToken(target.Property),
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
