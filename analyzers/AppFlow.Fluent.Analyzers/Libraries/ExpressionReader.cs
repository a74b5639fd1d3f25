using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>Follows the expressions of a body whose values are requests.</summary>
internal sealed class ExpressionReader
{
    private readonly RequestLibrary _library;
    private readonly RequestKind _kind;
    private readonly RequestContent _self;
    private readonly Reading _reading;
    private readonly Dictionary<ISymbol, RequestContent> _requests = new(SymbolEqualityComparer.Default);
    private readonly ValueReader _values;

    public ExpressionReader(RequestLibrary library, RequestKind kind, RequestContent self, IMethodSymbol method, Reading reading)
    {
        _library = library;
        _kind = kind;
        _self = self;
        _reading = reading;
        _values = new ValueReader(kind, StateOf, library.Bodies.GivenBack);
        foreach (var parameter in method.Parameters)
        {
            if (SymbolEqualityComparer.Default.Equals(parameter, self.Origin))
            {
                _requests[parameter] = self;
            }
            else if (kind.MayBeHeldBy(parameter.Type))
            {
                _requests[parameter] = new RequestContent(parameter);
            }
        }
    }

    /// <summary>The value of the expression for a property.</summary>
    public PropertyValue ValueOf(IOperation value) => _values.ValueOf(value);

    /// <summary>The request that the expression evaluates to; null if unknown.</summary>
    public RequestContent? StateOf(IOperation? expression)
    {
        switch (expression)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return StateOf(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return StateOf(parenthesized.Operand);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return _self;
            case ILocalReferenceOperation local:
                return Known(local.Local);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: INamedTypeSymbol } receiver } when _library.KindOf(receiver.Type) == _kind:
                return _self;
            case IParameterReferenceOperation parameter:
                return Known(parameter.Parameter);
            case ICoalesceOperation { WhenNull: var whenNull } coalesce when ValueReader.Throws(whenNull):
                return StateOf(coalesce.Value);
            case IConditionalOperation { WhenFalse: { } whenFalse } condition:
                return Merged([condition.WhenTrue, whenFalse]);
            case ISwitchExpressionOperation choice:
                return Merged(choice.Arms.Select(arm => arm.Value));
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment when Run(assignment):
                return StateOf(assignment.Target);
            case IInvocationOperation { TargetMethod: { Name: "MemberwiseClone", ContainingType.SpecialType: SpecialType.System_Object } } clone:
                return StateOf(clone.Instance)?.Copy();
            case IWithOperation with when _kind.MayBeHeldBy(with.Operand.Type):
                return StateAfter(RequestCalls.OfCopy(_kind, with));
            case IInvocationOperation or IObjectCreationOperation or IWithOperation:
                return _library.Calls.Of(expression, _reading) is { } call && call.Request == _kind
                    ? StateAfter(call)
                    : expression is IInvocationOperation helper && _library.Calls.OfOwnMethod(_kind, helper, _reading) is { } own ? StateAfter(own) : null;
            default:
                return null;
        }
    }

    /// <summary>Applies an expression's effects on requests; false if they are unknown.</summary>
    public bool Run(IOperation expression)
    {
        switch (expression)
        {
            case IAssignmentOperation { Target: ILocalReferenceOperation local } assignment:
                Declare(local.Local, local.Local.Type, assignment is ISimpleAssignmentOperation ? assignment.Value : null);
                return true;
            case IAssignmentOperation { Target: IParameterReferenceOperation parameter } assignment:
                Declare(parameter.Parameter, parameter.Parameter.Type, assignment.Value);
                return true;
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                return true;
            case ISimpleAssignmentOperation { Target: ITupleOperation targets, Value: var tuple }:
                return RunTuple(targets, tuple);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets, Value: var tuple }:
                return RunTuple(targets, tuple);
            case IAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                return Assign(target, assignment is ISimpleAssignmentOperation, assignment.Value);
            case IInvocationOperation invocation:
                return RunCall(invocation);
            default:
                return expression is not IAssignmentOperation;
        }
    }

    /// <summary>A local or a parameter gets a value.</summary>
    public void Declare(ISymbol variable, ITypeSymbol type, IOperation? value)
    {
        if (!_kind.MayBeHeldBy(type))
        {
            _values.Declare(variable, value);
        }
        else if (StateOf(value) is { } state)
        {
            _requests[variable] = state;
        }
        else
        {
            _requests.Remove(variable);
        }
    }

    /// <summary>Applies a call's effects to a state.</summary>
    public void Apply(RequestCall call, RequestContent state)
    {
        if (call.Source is not null && call.Kind == RequestCallKind.Begin)
        {
            if (StateOf(call.Source) is { } copied)
            {
                foreach (var property in _kind.Properties)
                {
                    state[property.Name] = copied[property.Name];
                }
            }
            else
            {
                state.IsOpen = true;
            }
        }

        state.IsOpen |= call.IsOpen;
        foreach (var set in call.AllSets)
        {
            if (set.Property is { } property)
            {
                state[property.Name] = _values.ValueOf(set, state[property.Name]);
            }
        }
    }

    public Dictionary<ISymbol, RequestContent> Snapshot()
    {
        var copies = new Dictionary<RequestContent, RequestContent> { [_self] = _self.Copy() };
        var snapshot = new Dictionary<ISymbol, RequestContent>(SymbolEqualityComparer.Default) { [_kind.Symbol] = copies[_self] };
        foreach (var pair in _requests)
        {
            if (!copies.TryGetValue(pair.Value, out var copy))
            {
                copies[pair.Value] = copy = pair.Value.Copy();
            }

            snapshot[pair.Key] = copy;
        }

        return snapshot;
    }

    public void Restore(Dictionary<ISymbol, RequestContent> snapshot)
    {
        var self = snapshot[_kind.Symbol];
        _self.TakeFrom(self);
        _requests.Clear();
        foreach (var pair in snapshot.Where(pair => !ReferenceEquals(pair.Key, _kind.Symbol)))
        {
            _requests[pair.Key] = ReferenceEquals(pair.Value, self) ? _self : pair.Value;
        }
    }

    public void MergeWith(Dictionary<ISymbol, RequestContent> other)
    {
        _self.MergeWith(other[_kind.Symbol]);
        foreach (var pair in _requests.ToList())
        {
            if (other.TryGetValue(pair.Key, out var state) && ReferenceEquals(pair.Value, _self) && ReferenceEquals(state, other[_kind.Symbol]))
            {
                continue;
            }

            if (state is not null)
            {
                var merged = pair.Value.Copy();
                merged.MergeWith(state);
                _requests[pair.Key] = merged;
            }
            else
            {
                _requests.Remove(pair.Key);
            }
        }
    }

    private RequestContent? Known(ISymbol symbol) => _requests.TryGetValue(symbol, out var state) ? state : null;

    private RequestContent? Merged(IEnumerable<IOperation> arms)
    {
        RequestContent? merged = null;
        foreach (var arm in arms.Where(arm => !ValueReader.Throws(arm)))
        {
            if (StateOf(arm) is not { } state)
            {
                return null;
            }

            if (merged is null)
            {
                merged = ReferenceEquals(state, _self) ? state : state.Copy();
            }
            else if (!ReferenceEquals(merged, state))
            {
                merged = merged.Copy();
                merged.MergeWith(state);
            }
        }

        return merged;
    }

    private RequestContent? StateAfter(RequestCall call)
    {
        if (call.Kind == RequestCallKind.Begin)
        {
            var begun = new RequestContent(origin: null);
            Apply(call, begun);
            return begun;
        }

        if (call.Kind is not (RequestCallKind.With or RequestCallKind.Mutate) || StateOf(call.Source) is not { } source)
        {
            return null;
        }

        var state = call.ReturnsSource ? source : source.Copy();
        Apply(call, state);
        return state;
    }

    private bool RunTuple(ITupleOperation targets, IOperation value)
    {
        value = value is IConversionOperation conversion ? conversion.Operand : value;
        return value is ITupleOperation values
            && values.Elements.Length == targets.Elements.Length
            && targets.Elements.Zip(values.Elements, (target, element) => (target, element)).All(pair =>
                pair.target is IMemberReferenceOperation member ? Assign(member, isSimple: true, pair.element) : pair.target is IDiscardOperation);
    }

    private bool Assign(IMemberReferenceOperation target, bool isSimple, IOperation value)
    {
        if (target.Instance is null || StateOf(target.Instance) is not { } state)
        {
            // A member of another object, unless it is a request that is not followed.
            return target.Instance is null || !_kind.MayBeHeldBy(target.Instance.Type);
        }

        if (_kind.HeldIn(target) is { } property)
        {
            var given = ValueOf(value);
            state[property.Name] = isSimple ? given : new PropertyValue { IsGiven = true, Inputs = given.Inputs, Reads = [property.Name] };
        }

        return true;
    }

    private bool RunCall(IInvocationOperation invocation)
    {
        if (_library.Calls.Of(invocation, _reading) is { Kind: RequestCallKind.Mutate } call && call.Request == _kind)
        {
            return StateAfter(call) is not null;
        }

        // Tags.Add(tag) adds to the property's value.
        if (invocation.Instance is IMemberReferenceOperation member && StateOf(member.Instance) is { } owner && _kind.HeldIn(member) is { } property)
        {
            owner[property.Name] = new PropertyValue
            {
                IsGiven = true,
                Inputs = [.. invocation.Arguments.SelectMany(argument => ValueOf(argument.Value).Inputs)],
                Reads = [property.Name],
            };
        }

        // A With… whose result is discarded has no effect; any other method that gets the request may change it.
        return RequestNames.IsWith(invocation.TargetMethod.Name)
            || ((!Touches(invocation.Instance) || !_library.Bodies.MayChangeReceiver(invocation.TargetMethod))
                && !invocation.Arguments.Any(argument => Touches(argument.Value)));
    }

    private bool Touches(IOperation? operation) => operation is not null && operation.Type is { IsValueType: false } && StateOf(operation) is not null;
}
