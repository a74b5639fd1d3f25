using AppFlow.Fluent.Analyzers.Loops;
using AppFlow.Fluent.Analyzers.Requests;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>Finds the calls of a body that use a token.</summary>
internal static class TokenUses
{
    public static IEnumerable<TokenUse> In(IOperation body, FluentModel model, Writes writes)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var use = operation switch
            {
                IInvocationOperation or IObjectCreationOperation when model.CallOf(operation) is { } call => OfRequest(call, model, writes),
                IInvocationOperation call => OfWrapper(call, call.TargetMethod.OriginalDefinition, call.Arguments, initializer: null, model),
                IObjectCreationOperation { Constructor: { } constructor } creation =>
                    OfWrapper(creation, constructor.ContainingType.OriginalDefinition, creation.Arguments, creation.Initializer, model),
                IWithOperation { Type: { } type } copy => OfCopy(copy, type, model),
                _ => null,
            };
            if (use is not null)
            {
                yield return use;
            }
        }
    }

    private static TokenUse? OfRequest(RequestCall call, FluentModel model, Writes writes)
    {
        if (call.Kind != RequestCallKind.Send && !IsHandedOn(call.Operation))
        {
            return null;
        }

        var sent = SentRequest.Of(call, model, writes);
        return sent.Token is { } token ? new TokenUse(call.Operation, token, sent.Type, sent.Inputs, sent.IsUnderstood) : null;
    }

    // Given to a method, returned from the lambda that makes it, put in a list: somebody else sends it as it is.
    private static bool IsHandedOn(IOperation chain)
    {
        var parent = chain.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            // An argument named this one is the receiver of an extension: the chain goes on there.
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true }, Parameter.Ordinal: 0 } => false,
            IArgumentOperation or IReturnOperation or IArrayInitializerOperation or ICollectionExpressionOperation => true,
            _ => false,
        };
    }

    private static TokenUse? OfWrapper(
        IOperation call,
        ISymbol target,
        IEnumerable<IArgumentOperation> arguments,
        IObjectOrCollectionInitializerOperation? initializer,
        FluentModel model)
    {
        IOperation? token = null;
        var inputs = new Dictionary<object, IOperation?>();
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { } parameter)
            {
                continue;
            }

            if (model.IsToken(parameter))
            {
                token = argument.Value;
            }
            else if (!Surroundings.IsPart(HardCodedValues.Unwrapped(argument.Value).Type ?? parameter.Type) && !Surroundings.IsPart(parameter.Type))
            {
                inputs[parameter.Name] = argument.Value;
            }
        }

        AddMembers(initializer, model, inputs, ref token);
        return token is null ? null : new TokenUse(call, token, target, inputs, isUnderstood: true);
    }

    private static TokenUse? OfCopy(IWithOperation copy, ITypeSymbol type, FluentModel model)
    {
        IOperation? token = null;
        var inputs = new Dictionary<object, IOperation?> { ["origin"] = copy.Operand };
        AddMembers(copy.Initializer, model, inputs, ref token);
        return token is null ? null : new TokenUse(copy, token, type, inputs, isUnderstood: true);
    }

    private static void AddMembers(
        IObjectOrCollectionInitializerOperation? initializer,
        FluentModel model,
        Dictionary<object, IOperation?> inputs,
        ref IOperation? token)
    {
        foreach (var member in initializer?.Initializers ?? [])
        {
            if (member is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment)
            {
                continue;
            }

            if (model.IsToken(property))
            {
                token = assignment.Value;
            }
            else
            {
                inputs[property.Name] = assignment.Value;
            }
        }
    }
}
