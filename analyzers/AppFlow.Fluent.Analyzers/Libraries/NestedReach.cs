using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Whether an object that a body creates becomes part of an SDK request there.</summary>
internal sealed class NestedReach
{
    private readonly RequestLibrary _library;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private NestedReach(RequestLibrary library) => _library = library;

    /// <summary>Whether the created or changed object reaches a request.</summary>
    public static bool Reaches(IOperation operation, RequestLibrary library)
    {
        var reach = new NestedReach(library);
        return operation is IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } }
            ? reach.IsPartOf(instance) || (instance is ILocalReferenceOperation local && reach.OfSymbol(local.Local, operation))
            : reach.Of(operation);
    }

    private bool Of(IOperation value)
    {
        for (var (current, parent) = (value, value.Parent); parent is not null; (current, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IAssignmentOperation assignment when assignment.Value == current:
                    if (assignment.Target is not IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } target)
                    {
                        return OfTarget(assignment.Target, assignment);
                    }

                    if (IsRequest(target.Property.ContainingType))
                    {
                        return true;
                    }

                    break;
                case IArgumentOperation argument:
                    switch (argument.Parent)
                    {
                        case IObjectCreationOperation creation when IsRequest(creation.Type):
                            return true;
                        case IObjectCreationOperation:
                            break;
                        case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } when argument.Parameter is { } parameter:
                            return OfSymbol(parameter.OriginalDefinition, argument);
                        case IInvocationOperation { Instance: null }:
                            break;
                        case IInvocationOperation call:
                            if (_library.IsService(call.Instance!.Type))
                            {
                                return true;
                            }

                            if (call.Instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
                            {
                                return OfTarget(call.Instance, call);
                            }

                            // Tags = { x }: an element of the collection that the member initializer fills.
                            break;
                        default:
                            return false;
                    }

                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } when IsRequest(member.Property.ContainingType):
                    return true;
                case IVariableDeclaratorOperation declarator:
                    return OfSymbol(declarator.Symbol, declarator);
                case IReturnOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IBlockOperation { Parent: IAnonymousFunctionOperation }:
                    if (parent is IReturnOperation && FunctionOf(parent) is not IAnonymousFunctionOperation)
                    {
                        return false;
                    }

                    break;
                case IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                case IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or ISpreadOperation:
                case IObjectOrCollectionInitializerOperation or IObjectCreationOperation or IMemberInitializerOperation or IInvocationOperation or IVariableInitializerOperation:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    // A local, a collection in it, a property of it, or a property of a request.
    private bool OfTarget(IOperation target, IOperation place)
    {
        var current = target;
        while (true)
        {
            switch (current)
            {
                case ILocalReferenceOperation local:
                    return IsRequest(local.Type) || OfSymbol(local.Local, place);
                case IPropertyReferenceOperation { Instance: { } instance } property:
                    if (IsRequest(property.Property.ContainingType))
                    {
                        return true;
                    }

                    current = instance;
                    break;
                case IArrayElementReferenceOperation element:
                    current = element.ArrayReference;
                    break;
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    break;
                default:
                    return false;
            }
        }
    }

    // A local, or the parameter of a local function.
    private bool OfSymbol(ISymbol symbol, IOperation place)
    {
        if (!_seen.Add(symbol))
        {
            return false;
        }

        return SymbolUses.Of(symbol, place).Any(Of);
    }

    private bool IsPartOf(IOperation instance) => instance is IPropertyReferenceOperation { Property: var property, Instance: var owner }
        && (IsRequest(property.ContainingType) || (owner is not null && IsPartOf(owner)));

    private bool IsRequest(ITypeSymbol? type) => _library.KindOf(type) is { Raw: not null };

    private static IOperation? FunctionOf(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return current;
            }
        }

        return null;
    }
}
