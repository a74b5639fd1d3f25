using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Uses of a request's property that may set it without an assignment: <c>request.Items.Add(x)</c>, <c>request.Key["id"] = …</c>,
/// <c>Fill(request.Items)</c>. Collections of SDK version 3 are never null, so programs fill them this way.
/// </summary>
internal static class PropertyMentions
{
    /// <summary>The effect of the use on the property; null if it only reads it.</summary>
    public static RequestFieldSet? Of(IPropertyReferenceOperation reference, RequestLibrary library)
    {
        if (reference.Instance is not { } instance
            || !MayBeChanged(reference.Type)
            || library.KindOf(instance.Type) is not { Raw: not null } kind
            || kind.PropertyOf(reference.Property) is not { } property
            || kind.FieldOf(property) is null
            || !IsForwarded(reference))
        {
            return null;
        }

        return new RequestFieldSet(kind, property) { IsUncertain = IsInRoundOf(reference, instance) };
    }

    // Texts, numbers and the SDK's own enumerations do not change.
    private static bool MayBeChanged(ITypeSymbol? type) =>
        type is { IsValueType: false, SpecialType: not SpecialType.System_String } && type.BaseType is not { Name: "ConstantClass" };

    private static bool IsForwarded(IOperation mention)
    {
        for (var (current, parent) = (mention, mention.Parent); parent is not null; (current, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    break;
                case IAssignmentOperation assignment when assignment.Target == current:
                    // Assignments to the property itself are handled elsewhere; this covers its elements and parts.
                    return current != mention;
                case IPropertyReferenceOperation property when property.Instance == current:
                    if (!property.Property.IsIndexer && !MayBeChanged(property.Type) && !IsTarget(property))
                    {
                        return false;
                    }

                    break;
                case IFieldReferenceOperation or IArrayElementReferenceOperation:
                    break;
                case IConditionalAccessOperation access:
                    return access.Type is null or { SpecialType: SpecialType.System_Void } || MayBeChanged(access.Type) || access.WhenNotNull is IInvocationOperation { TargetMethod: var method } && !Reads(method);
                case IInvocationOperation call when call.Instance == current:
                    return !Reads(call.TargetMethod);
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return !Reads(call.TargetMethod);
                case IArgumentOperation { Parent: IPropertyReferenceOperation }:
                case IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IForEachLoopOperation or IInterpolationOperation or IExpressionStatementOperation:
                    return false;
                default:
                    return true;
            }
        }

        return true;
    }

    private static bool IsTarget(IOperation operation) => operation.Parent is IAssignmentOperation assignment && assignment.Target == operation;

    // Queries, including LINQ, do not change a collection.
    private static bool Reads(IMethodSymbol method) => method.Name switch
    {
        "Contains" or "ContainsKey" or "ContainsValue" or "TryGetValue" or "IndexOf" or "Equals" or "GetHashCode" or "ToString" or "GetType" or "ReferenceEquals" or "Exists" or "Find" => true,
        _ => method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } },
    };

    // A list that is filled in a loop counts as set, although the loop may not run; in a request that is created in the iteration, it is
    // set as usual.
    private static bool IsInRoundOf(IOperation mention, IOperation request)
    {
        var local = request is ILocalReferenceOperation reference ? reference.Local : null;
        for (var current = mention.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation
                && !(local?.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == current.Syntax.SyntaxTree && current.Syntax.Span.Contains(declaration.Span)) == true))
            {
                return true;
            }
        }

        return false;
    }
}
