using System.Collections.Concurrent;
using System.Collections.Immutable;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// Calls that pass a token to a user's own member, marked <c>[IdempotencyToken]</c>: they are sends of a request that consists of the other
/// arguments.
/// </summary>
internal sealed class Wrappers(RequestLibrary library, TreeModels trees)
{
    private readonly ConcurrentDictionary<ISymbol, WrapperShape> _shapes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _hasToken = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, WrapperShape> _listed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Parameter), WrapperShape> _carriers = new();

    // Cached, because it is used for every call of a compilation.
    private Func<ISymbol, bool>? _findToken;

    public RequestCall? CallOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when HasToken(invocation.TargetMethod) => OfArguments(
            invocation, invocation.TargetMethod, invocation.TargetMethod.Parameters, invocation.Arguments, invocation.Instance),
        IInvocationOperation invocation when !library.Listed.IsEmpty && ListedCalls.Carried(invocation, CarriesListed) is var (argument, carried) =>
            OfCarrier(invocation, argument, carried),
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

    // Without marks, only creations of the AWS SDK's own types have one.
    private bool HasToken(ISymbol member) => (library.HasMarks || member is IMethodSymbol { MethodKind: MethodKind.Constructor }) && _hasToken.GetOrAdd(member.OriginalDefinition, _findToken ??= FindToken);

    private bool FindToken(ISymbol member) => (member is IMethodSymbol method ? method.Parameters : ((IPropertySymbol)member).Parameters).Any(library.IsToken);

    private RequestCall? OfArguments(
        IOperation operation, ISymbol member, ImmutableArray<IParameterSymbol> parameters, ImmutableArray<IArgumentOperation> arguments, IOperation? instance)
    {
        var shape = ShapeOf(member.OriginalDefinition, () => member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            ? FieldsOf(constructor)
            : WrapperFields.Of(parameters.Select(parameter => (ISymbol)parameter.OriginalDefinition)));
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
        if (CarriesListed(creation))
        {
            return ListedCalls.CallOf(creation) is null ? OfListed(creation, constructor) : null;
        }

        if (library.NestedTokenOf(type) is not null && !NestedReach.Reaches(creation, library))
        {
            return null;
        }

        var shape = ShapeOf(constructor.OriginalDefinition, () => FieldsOf(constructor));
        var sets = ArgumentSets(shape, creation.Arguments).Concat(InitializerSets(shape, creation.Initializer)).ToList();
        return Call(creation, constructor, shape, sets, ClientOf(creation.Arguments));
    }

    // The same for all callers: a creation sets properties too, a constructor call only arguments.
    private static IReadOnlyList<ISymbol> FieldsOf(IMethodSymbol constructor) => WrapperFields.Of(constructor.OriginalDefinition.Parameters
        .Concat<ISymbol>(RequestProperties.Of(constructor.ContainingType.OriginalDefinition).Where(property => property.SetMethod is not null)));

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
        if (library.IsListed(property))
        {
            var listed = ListedShape(property);
            return Call(assignment, property, listed, [TokenSet(listed, assignment.Value), Unknown(listed)], client: null);
        }

        if (library.IsNestedToken(property) && !NestedReach.Reaches(assignment, library))
        {
            return null;
        }

        if (library.IsNestedToken(property) && NestedParts.CreationOf(assignment) is { Constructor: { } constructor } creation)
        {
            return OfLaterToken(assignment, property, creation, constructor);
        }

        var shape = ShapeOf(property.OriginalDefinition, () => WrapperFields.Of([property.OriginalDefinition]));
        return Call(assignment, property, shape, [TokenSet(shape, assignment.Value)], client: null);
    }

    // As if the creation had set the token: the object's content distinguishes it from others.
    private RequestCall? OfLaterToken(IAssignmentOperation assignment, IPropertySymbol property, IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        var shape = ShapeOf(constructor.OriginalDefinition, () => FieldsOf(constructor));
        var sets = ArgumentSets(shape, creation.Arguments)
            .Concat(InitializerSets(shape, creation.Initializer))
            .Select(set => set.Value is { } value && NestedParts.IsRepeatable(value) ? set : new RequestFieldSet(set.Field))
            .ToDictionary(set => set.Field);
        foreach (var (other, value) in NestedParts.SetBeside(assignment).Select(pair => (pair.Key, pair.Value)))
        {
            if (shape.FieldOf(other.OriginalDefinition) is { } field)
            {
                sets[field] = value is null ? new RequestFieldSet(field) : new RequestFieldSet(field) { Value = value, IsWhole = true, Inputs = [value] };
            }
        }

        sets[shape.Shape.Token!] = TokenSet(shape, assignment.Value);
        return Call(assignment, property, shape, [.. sets.Values], client: null);
    }

    private static RequestCall? Call(IOperation operation, ISymbol member, WrapperShape shape, IReadOnlyList<RequestFieldSet> sets, IOperation? client) =>
        sets.Any(set => set.Field.Role == FieldRole.Token)
            ? new RequestCall(RequestCallKind.Wrapper, request: null, operation, member.OriginalDefinition, sets, shape.Shape) { Client = client }
            : null;

    private bool SetsToken(IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is not null)
        {
            foreach (var member in initializer.Initializers)
            {
                if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } && library.IsToken(target.Property))
                {
                    return true;
                }
            }
        }

        return false;
    }

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
            : _shapes.GetOrAdd(member, library.NestedTokenOf(member.ContainingType) is not null && member.ContainingType is { } part
                ? new WrapperShape(part, fields(), library.IsToken, part.OriginalDefinition, isPartOfOther: true)
                : new WrapperShape(member, fields(), library.IsToken, WrapperOperation.Of(member, library, trees)));

    private bool CarriesListed(IObjectCreationOperation creation) =>
        !library.Listed.IsEmpty
        && creation.Constructor is { } constructor
        && library.KindOf(creation.Type) is null
        && TokensOf(creation, constructor).Any(token => library.IsListed(token.Symbol));

    // The sources of the new object's token: arguments, and members of the initializer.
    private IEnumerable<(ISymbol Symbol, IOperation Value)> TokensOf(IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        if (HasToken(constructor))
        {
            foreach (var argument in creation.Arguments.Where(argument => CallArguments.IsWritten(argument) && argument.Parameter is not null && library.IsToken(argument.Parameter)))
            {
                yield return (argument.Parameter!.OriginalDefinition, argument.Value);
            }
        }

        foreach (var member in creation.Initializer?.Initializers ?? [])
        {
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && library.IsToken(target.Property))
            {
                yield return (target.Property.OriginalDefinition, assignment.Value);
            }
        }
    }

    // The call is the send, and its other arguments are the content.
    private RequestCall? OfCarrier(IInvocationOperation call, IArgumentOperation argument, IObjectCreationOperation creation)
    {
        var method = call.TargetMethod.OriginalDefinition;
        var (token, value) = TokensOf(creation, creation.Constructor!).First();
        var shape = _carriers.GetOrAdd((method, argument.Parameter?.Ordinal ?? 0), _ => new WrapperShape(
            method,
            [token, .. WrapperFields.Of(method.Parameters.Where(parameter => parameter.Ordinal != argument.Parameter?.Ordinal))],
            symbol => SymbolEqualityComparer.Default.Equals(symbol, token),
            MemberOf(token)));
        var sets = ArgumentSets(shape, [.. call.Arguments.Where(other => other != argument)]).Append(TokenSet(shape, value)).ToList();
        return Call(call, method, shape, sets, ClientOf(call.Arguments) ?? (call.Instance is IInstanceReferenceOperation ? null : call.Instance));
    }

    // The call of the object cannot be found, so the rest of the content is unknown.
    private RequestCall? OfListed(IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        var (token, value) = TokensOf(creation, constructor).First();
        var shape = ListedShape(token);
        return Call(creation, constructor, shape, [TokenSet(shape, value), Unknown(shape)], client: null);
    }

    private WrapperShape ListedShape(ISymbol token) => _listed.GetOrAdd(token.OriginalDefinition, static symbol => new WrapperShape(
        symbol, [symbol], _ => true, MemberOf(symbol), hasUnknownContent: true));

    // The property, or the method whose parameter it is.
    private static ISymbol MemberOf(ISymbol token) => token is IParameterSymbol ? token.ContainingSymbol.OriginalDefinition : token;

    private static RequestFieldSet TokenSet(WrapperShape shape, IOperation value) =>
        new(shape.Shape.Token!) { Value = value, IsWhole = true, Inputs = [value] };

    private static RequestFieldSet Unknown(WrapperShape shape) => new(shape.Shape.Fields[shape.Shape.Fields.Count - 1]);
}
