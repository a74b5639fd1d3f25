using AppFlow.Fluent.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Queries about the bodies of <c>With…</c> methods for the rules about single calls. Unlike <see cref="BodySummary"/>, they work for a
/// body of any form.
/// </summary>
internal sealed class SetterBodies(RequestLibrary library, TreeModels trees)
{
    /// <summary>
    /// Whether a method changes its receiver and returns it: its body only returns <c>this</c>, or, for a static method that assigns to a
    /// member of it, its first parameter.
    /// </summary>
    public bool ReturnReceiver(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var receiver = definition.IsStatic ? definition.Parameters.FirstOrDefault() : null;
        if (definition.IsStatic && receiver is null)
        {
            return false;
        }

        var operations = BodiesOf(definition).SelectMany(OwnOperations).ToList();
        var returned = operations.OfType<IReturnOperation>().SelectMany(each => each.ReturnedValue is { } value ? Arms(value) : []).ToList();
        return returned.Count > 0
            && returned.All(value => IsReceiver(value, receiver))
            && (receiver is null || operations.Any(each => each is IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } target } } && IsReceiver(target, receiver)));
    }

    /// <summary>Whether a method may need a field's existing value: its body reads the field, or cannot be read.</summary>
    /// <param name="call">A call of the method.</param>
    /// <param name="set">The effect of the call on the field.</param>
    /// <param name="part">The part of the field that the method sets, if it sets only a part.</param>
    public bool MayRead(RequestCall call, RequestFieldSet set, string? part)
    {
        if (call is not { Request: { } kind, Target: IMethodSymbol method } || set.Property is not { } property)
        {
            return true;
        }

        if (library.IsOfLibrary(method))
        {
            return false;
        }

        if (!library.IsRead(kind, method))
        {
            return true;
        }

        var operations = BodiesOf(method).SelectMany(body => body.Descendants()).ToList();
        var reads = operations
            .OfType<IMemberReferenceOperation>()
            .Where(member => SymbolEqualityComparer.Default.Equals(kind.HeldIn(member), property) && !IsTarget(member))
            .ToList();

        // A method that it calls may read the field.
        return reads.Count == 0
            ? set.Accumulates || operations.Any(operation => IsHelper(operation, kind))
            : reads.Any(read => PartRead(read) is not { } other || part is null || other == part);
    }

    private static bool IsHelper(IOperation operation, RequestKind kind) =>
        operation is IInvocationOperation { Instance: IInstanceReferenceOperation, TargetMethod: { ReturnsVoid: false, ReturnType: var type } }
        && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, kind.Symbol);

    private static bool IsTarget(IMemberReferenceOperation member) =>
        member.Parent is INameOfOperation || (member.Parent is ISimpleAssignmentOperation assignment && assignment.Target == member);

    // Size.Width, Size?.Width: the part that is read; null if the whole field is.
    private static string? PartRead(IOperation read) => read.Outermost().Parent switch
    {
        IPropertyReferenceOperation part when part.Instance == read.Outermost() => part.Property.Name,
        IConditionalAccessOperation access when access.Operation == read.Outermost() && access.WhenNotNull is IPropertyReferenceOperation part => part.Property.Name,
        _ => null,
    };

    private static IEnumerable<IOperation> Arms(IOperation value) => value.Unwrapped() switch
    {
        IThrowOperation => [],
        IConditionalOperation { WhenFalse: { } whenFalse } choice => Arms(choice.WhenTrue).Concat(Arms(whenFalse)),
        var plain => [plain],
    };

    private static bool IsReceiver(IOperation value, IParameterSymbol? receiver) => value.Unwrapped() switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => receiver is null,
        IParameterReferenceOperation reference => receiver is not null && SymbolEqualityComparer.Default.Equals(reference.Parameter, receiver),
        _ => false,
    };

    private IEnumerable<IOperation> BodiesOf(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Select(reference => trees.OperationOf(reference.GetSyntax())).OfType<IOperation>();

    // The returns of an inner lambda or local function do not belong to the method.
    private static IEnumerable<IOperation> OwnOperations(IOperation body)
    {
        var open = new Stack<IOperation>([body]);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }
}
