using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    /// <summary>The receiver and the arguments of a call, in order; without those that are only written.</summary>
    /// <param name="call">The call.</param>
    /// <param name="operations">The expressions that the values belong to.</param>
    private List<Term> Arguments(IInvocationOperation call, out List<IOperation> operations)
    {
        var values = new List<Term>();
        operations = [];
        if (call.Instance is { } instance)
        {
            operations.Add(instance);
            values.Add(Value(instance));
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind != RefKind.Out)
            {
                operations.Add(argument.Value);
                values.Add(Value(argument.Value));
            }
        }

        return values;
    }

    private Term UnknownCall(IInvocationOperation call, IMethodSymbol method)
    {
        var isOwn = Sources.IsIn(_compilation, method);
        if (!isOwn && !KnownMembers.IsItem(method) && (KnownMembers.IsPure(method) || KnownMembers.IsQuery(method)) && Question(call, method) is { } answer)
        {
            return answer;
        }

        var values = Arguments(call, out var operations);
        for (var i = 0; i < values.Count; i++)
        {
            if (operations[i] != call.Instance)
            {
                Keep(operations[i], values[i]);
            }
        }

        Guards(call, method, operations, values);
        var kind = KnownMembers.IsItem(method) && !(isOwn && method.Name == "Next") ? SiteKind.Item : SiteKind.Unknown;
        var writes = new List<(IOperation Target, IOperation Place)>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref)
            {
                writes.Add((argument.Value, argument));
            }
        }

        if (NeverReturns.Method(_compilation, method, _cancellationToken))
        {
            _graph.Throw(null);
        }
        else if (!SilentCalls.HasNoEffect(method) || (isOwn && !SilentCalls.OnlyInspects(method)))
        {
            Add(new CallStep
            {
                MayChange = [.. values.Where((value, i) => value is not Constant && MayBeChanged(operations[i].Type))],
                MayWriteAnyMember = isOwn,
                Writes = [.. WrittenBy(call)],
                Fills = call.Instance is not null && KnownMembers.Fills(method) ? values[0] : null,
                Place = call,
            });
        }

        foreach (var (target, place) in writes)
        {
            Assign(target, source: null, Make(kind, place), place);
        }

        return method.ReturnsVoid || call.Parent is IExpressionStatementOperation ? Constant.Null : Make(kind, call);
    }

    // The variables of this body that are written by functions that the call may run.
    private IEnumerable<Variable> WrittenBy(IInvocationOperation call)
    {
        var functions = call.Arguments.Select(argument => CallableOf(argument.Value));
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            functions = functions.Append(Named(call.TargetMethod.OriginalDefinition, call.TargetMethod));
        }

        return functions.OfType<Callable>()
            .SelectMany(function => _survey.AssignedIn([function.Operation]))
            .Where(symbol => !_survey.IsWrittenElsewhere(symbol))
            .SelectMany(VariablesOf)
            .Distinct();
    }

    // A query has the same result as long as its object does not change; its out arguments are part of the result.
    private Term? Question(IInvocationOperation call, IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        var isPure = KnownMembers.IsPure(method) || (call.Instance is null && call.Arguments.All(argument => argument.Value.Type?.IsValueType == true));
        var kind = isPure ? FunctionKind.Pure : FunctionKind.Query;
        var operands = new List<Term>();
        if (call.Instance is not null)
        {
            operands.Add(Value(call.Instance));
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
            {
                continue;
            }

            if (argument.ArgumentKind == ArgumentKind.ParamArray && argument.Value is IArrayCreationOperation { Initializer.ElementValues: var elements })
            {
                operands.AddRange(elements.Select(Value));
            }
            else
            {
                operands.Add(CallableOf(argument.Value) is { } function ? FunctionTerm(function) : Value(argument.Value));
            }
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
            {
                var part = TermFactory.Apply(new Function(kind, (definition, argument.Parameter.Ordinal)), [.. operands]);
                Assign(argument.Value, source: null, part, argument);
            }
        }

        return TermFactory.Apply(new Function(kind, definition), [.. operands]);
    }

    // What a call that returns implies for its arguments, because otherwise it would have thrown.
    private void Guards(IInvocationOperation call, IMethodSymbol method, List<IOperation> operations, List<Term> values)
    {
        foreach (var argument in call.Arguments)
        {
            var place = operations.IndexOf(argument.Value);
            if (place < 0)
            {
                continue;
            }

            var refused = argument.Parameter is { Ordinal: 0 } && method.IsStatic ? RefusedBy(method, values[place], values.ElementAtOrDefault(1)) : null;
            if (NeverReturns.WhenArgumentIs(argument) is { } truth)
            {
                refused = truth ? values[place] : TermFactory.Not(values[place]);
            }

            if (refused is not null)
            {
                var (throws, next) = (_graph.NewBlock(), _graph.NewBlock());
                _graph.Branch(refused, throws, next);
                _graph.Resume(throws);
                _graph.Throw(null);
                _graph.Resume(next);
            }
        }
    }

    // The framework's methods that throw for certain first arguments; the second argument is the comparand.
    private static Term? RefusedBy(IMethodSymbol method, Term value, Term? other) => method.Name switch
    {
        "ThrowIfNull" => TermFactory.IsNull(value),
        "ThrowIfNullOrEmpty" => NullOr(Function.IsEmptyText, value),
        "ThrowIfNullOrWhiteSpace" => NullOr(Function.IsBlankText, value),
        "ThrowIfZero" => TermFactory.Equal(value, Constant.Zero),
        "ThrowIfNegative" => TermFactory.Less(value, Constant.Zero),
        "ThrowIfNegativeOrZero" => TermFactory.LessOrEqual(value, Constant.Zero),
        "ThrowIfEqual" when other is not null => Equality(value, other),
        "ThrowIfNotEqual" when other is not null => TermFactory.Not(Equality(value, other)),
        "ThrowIfLessThan" when other is not null => TermFactory.Less(value, other),
        "ThrowIfLessThanOrEqual" when other is not null => TermFactory.LessOrEqual(value, other),
        "ThrowIfGreaterThan" when other is not null => TermFactory.Less(other, value),
        "ThrowIfGreaterThanOrEqual" when other is not null => TermFactory.LessOrEqual(other, value),
        _ => null,
    };

    private bool MayBeChanged(ITypeSymbol? type) => type switch
    {
        null or { IsValueType: true } or { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Delegate } => false,
        _ when _library.KindOf(type) is { } kind => kind.IsMutable,
        { Name: "Uri" or "Type" or "Version" or "CultureInfo" or "Regex" or "TimeProvider" or "StringComparer" } => !Types.IsUnder(type, "System"),
        _ => !Types.IsException(type) && !Types.IsIn(type, "System", "Collections", "Immutable") && !_library.IsOfLibrary(type) && !TaskMembers.IsTask(type),
    };

    private Term CreationValue(IObjectCreationOperation creation)
    {
        if (_library.CallOf(creation) is { } request)
        {
            return Request(request);
        }

        if (TaskMembers.IsTask(creation.Type) && creation.Arguments.Length == 1)
        {
            return Value(creation.Arguments[0].Value);
        }

        if (creation.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && creation.Arguments.Length == 1)
        {
            return Value(creation.Arguments[0].Value);
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
            {
                Assign(argument.Value, source: null, Unknown(argument), argument);
            }
            else
            {
                Keep(argument.Value, PartValue(argument.Value));
            }
        }

        var items = creation.Initializer?.Initializers.Length ?? 0;
        var made = NewObject(creation, items > 0 && creation.Initializer!.Initializers.All(item => item is IInvocationOperation) ? items : null);
        Remember(creation, made);
        Initialize(creation.Initializer, made);
        return made;
    }

    // A record holds its constructor arguments. Values that a condition may test are tracked, but not the origin of texts.
    private void Remember(IObjectCreationOperation creation, Root made)
    {
        foreach (var argument in creation.Type is INamedTypeSymbol { IsRecord: true } ? creation.Arguments : [])
        {
            if (argument.Parameter is { } parameter
                && creation.Type!.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                && _parts.TryGetValue(argument.Value, out var value)
                && (parameter.Type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 || parameter.Type.TypeKind == TypeKind.Enum || value is Constant { Value: null })
                && MemberOf(property, made) is Apply { Function.Kind: FunctionKind.Member or FunctionKind.StableMember } memory)
            {
                Add(new StoreStep(memory, value) { Place = argument, IsOfNewObject = true });
            }
        }
    }

    private Term WithValue(IWithOperation with)
    {
        if (_library.CallOf(with) is { } request)
        {
            return Request(request);
        }

        Effects(with.Operand);
        var made = NewObject(with, count: null);
        Initialize(with.Initializer, made);
        return made;
    }

    private void Initialize(IObjectOrCollectionInitializerOperation? initializer, Term made)
    {
        if (initializer is not null)
        {
            _receivers.Push(made);
            InitializerValue(initializer);
            _receivers.Pop();
        }
    }

    private Constant InitializerValue(IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var part in initializer.Initializers)
        {
            switch (part)
            {
                case IInvocationOperation add:
                    foreach (var argument in add.Arguments)
                    {
                        Keep(argument.Value, PartValue(argument.Value));
                    }

                    break;
                case IMemberInitializerOperation member:
                    Initialize(member.Initializer, Value(member.InitializedMember));
                    break;
                default:
                    Effects(part);
                    break;
            }
        }

        return Constant.Null;
    }
}
