using System.Collections.Concurrent;
using System.Collections.Immutable;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Calls that hand a token to a member of the user's own, marked <c>[IdempotencyToken]</c>: sends of a request that its other arguments make up.</summary>
internal sealed class Wrappers(RequestLibrary library, TreeModels trees)
{
    private readonly ConcurrentDictionary<ISymbol, WrapperShape> _shapes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _hasToken = new(SymbolEqualityComparer.Default);

    // Kept, because it is asked for every call of a compilation.
    private Func<ISymbol, bool>? _findToken;

    public RequestCall? CallOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when HasToken(invocation.TargetMethod) => OfArguments(
            invocation, invocation.TargetMethod, invocation.TargetMethod.Parameters, invocation.Arguments, invocation.Instance),
        IObjectCreationOperation { Constructor: { } constructor } creation when library.KindOf(creation.Type) is null => OfCreation(creation, constructor),
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer when HasToken(indexer.Property) => OfArguments(
            indexer, indexer.Property, indexer.Property.Parameters, indexer.Arguments, indexer.Instance),
        IWithOperation with when library.KindOf(with.Operand.Type) is null => OfInitializer(with, with.Operand.Type, with.Initializer),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
            when !IsPartOfCreation(assignment) && library.IsToken(property) && library.KindOf(property.ContainingType) is null => OfAssignment(assignment, property),
        ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
            when library.IsToken(property) && library.KindOf(property.ContainingType) is null => OfAssignment(assignment, property),
        _ => null,
    };

    private static bool IsPartOfCreation(IOperation assignment) =>
        assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation or IWithOperation };

    private bool HasToken(ISymbol member) => _hasToken.GetOrAdd(member.OriginalDefinition, _findToken ??= FindToken);

    private bool FindToken(ISymbol member) => (member is IMethodSymbol method ? method.Parameters : ((IPropertySymbol)member).Parameters).Any(library.IsToken);

    private RequestCall? OfArguments(
        IOperation operation, ISymbol member, ImmutableArray<IParameterSymbol> parameters, ImmutableArray<IArgumentOperation> arguments, IOperation? instance)
    {
        var shape = ShapeOf(member.OriginalDefinition, () => WrapperFields.Of(parameters.Select(parameter => (ISymbol)parameter.OriginalDefinition)));
        var sets = ArgumentSets(shape, arguments).ToList();
        return Call(operation, member, shape, sets, ClientOf(arguments) ?? (instance is IInstanceReferenceOperation ? null : instance));
    }

    private RequestCall? OfCreation(IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        if (!HasToken(constructor) && !SetsToken(creation.Initializer))
        {
            return null;
        }

        var type = constructor.ContainingType.OriginalDefinition;
        var shape = ShapeOf(constructor.OriginalDefinition, () => WrapperFields.Of(
            constructor.OriginalDefinition.Parameters.Concat<ISymbol>(RequestProperties.Of(type).Where(property => property.SetMethod is not null))));
        var sets = ArgumentSets(shape, creation.Arguments).Concat(InitializerSets(shape, creation.Initializer)).ToList();
        return Call(creation, constructor, shape, sets, ClientOf(creation.Arguments));
    }

    private RequestCall? OfInitializer(IOperation operation, ITypeSymbol? type, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (type is null || !SetsToken(initializer))
        {
            return null;
        }

        var shape = ShapeOf(type.OriginalDefinition, () => WrapperFields.Of(RequestProperties.Of(type.OriginalDefinition)));
        return Call(operation, type, shape, InitializerSets(shape, initializer).ToList(), client: null);
    }

    private RequestCall? OfAssignment(IAssignmentOperation assignment, IPropertySymbol property)
    {
        var shape = ShapeOf(property.OriginalDefinition, () => WrapperFields.Of([property.OriginalDefinition]));
        var set = new RequestFieldSet(shape.Shape.Token!) { Value = assignment.Value, IsWhole = true, Inputs = [assignment.Value] };
        return Call(assignment, property, shape, [set], client: null);
    }

    private static RequestCall? Call(IOperation operation, ISymbol member, WrapperShape shape, IReadOnlyList<RequestFieldSet> sets, IOperation? client) =>
        sets.Any(set => set.Field.Role == FieldRole.Token)
            ? new RequestCall(RequestCallKind.Wrapper, request: null, operation, member.OriginalDefinition, sets, shape.Shape) { Client = client }
            : null;

    private bool SetsToken(IObjectOrCollectionInitializerOperation? initializer) => initializer?.Initializers.Any(member =>
        member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } && library.IsToken(target.Property)) == true;

    private static IEnumerable<RequestFieldSet> ArgumentSets(WrapperShape shape, ImmutableArray<IArgumentOperation> arguments) =>
        from argument in arguments
        where argument.Parameter is not null
            && CallArguments.IsWritten(argument) && !CallArguments.IsDefaultNull(argument.Parameter.OriginalDefinition, argument.Value)
        let field = shape.FieldOf(argument.Parameter!.OriginalDefinition)
        where field is not null
        select new RequestFieldSet(field) { Value = argument.Value, IsWhole = true, Inputs = [argument.Value] };

    private static IEnumerable<RequestFieldSet> InitializerSets(WrapperShape shape, IObjectOrCollectionInitializerOperation? initializer) =>
        from member in initializer?.Initializers ?? []
        where member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation }
        let assignment = (ISimpleAssignmentOperation)member
        let field = shape.FieldOf(((IPropertyReferenceOperation)assignment.Target).Property.OriginalDefinition)
        where field is not null
        select new RequestFieldSet(field) { Value = assignment.Value, IsWhole = true, Inputs = [assignment.Value] };

    private static IOperation? ClientOf(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => CallArguments.IsWritten(argument) && ClientTypes.IsClient(argument.Parameter?.Type))?.Value;

    private WrapperShape ShapeOf(ISymbol member, Func<IReadOnlyList<ISymbol>> fields) =>
        _shapes.TryGetValue(member, out var known)
            ? known
            : _shapes.GetOrAdd(member, new WrapperShape(member, fields(), library.IsToken, WrapperOperation.Of(member, library, trees)));
}
