using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private readonly HashSet<Site> _thrownHere = [];

    private Term Request(RequestCall call)
    {
        var values = new Dictionary<IOperation, Term>();
        Parts(call, values);
        var source = call.Source is null ? null : NotNull(PartOf(call.Source, values));
        switch (call.Kind)
        {
            case RequestCallKind.Send:
                return Send(call, source ?? Unknown(call.Operation), values);
            case RequestCallKind.Enumerate:
                return Unknown(call.Operation);
            case RequestCallKind.Wrapper:
                return Send(call, Create(call, source: null, values), values);
            case RequestCallKind.Mutate:
                var request = source ?? Unknown(call.Operation);
                Add(new MutateStep(request, call.Shape, Sets(call, request, values)) { Place = call.Operation });
                return call.Operation is IAssignmentOperation assignment ? PartOf(assignment.Value, values) : request;
            default:
                return Create(call, source, values);
        }
    }

    // What `as` gives is the request itself, or null, which no call gets past.
    private static Term NotNull(Term source) =>
        source is Apply { Function.Kind: FunctionKind.Choice } choice && choice.Operands[2].Equals(Constant.Null) ? choice.Operands[1] : source;

    private Root Create(RequestCall call, Term? source, Dictionary<IOperation, Term> values)
    {
        var sets = Sets(call, source, values);
        var site = new Site(SiteKind.Request, call.Operation);
        Add(new CreateStep(site, call.Shape, sets) { Source = source, IsOpen = call.IsOpen, Place = call.Operation });
        return site.Value;
    }

    private Root Send(RequestCall call, Term request, Dictionary<IOperation, Term> values)
    {
        var isAwaited = IsAwaited(call.Operation, out var isBlockedOn);
        var task = new Site(SiteKind.Task, call.Operation) { GivesNoNull = GivesNoNull(call.Operation) };
        Add(new SendStep(request, call.Shape, task)
        {
            Client = call.Client is null ? null : PartOf(call.Client, values),
            IsAwaited = isAwaited,
            IsWrapper = call.Kind == RequestCallKind.Wrapper,
            Failures = call.Shape.Failures is AppFlowFailures && (isBlockedOn || _pipelines > 0) ? AppFlowFailures.WithWaitFailures : call.Shape.Failures,
            Place = call.Operation,
        });
        if (isAwaited)
        {
            _thrownHere.Add(task);
        }

        return task.Value;
    }

    /// <summary>Whether the failure of the send is thrown in its own expression.</summary>
    /// <param name="send">The send.</param>
    /// <param name="isBlockedOn">Whether the wait adds failures of its own: a time limit, or several failures in one.</param>
    private static bool IsAwaited(IOperation send, out bool isBlockedOn)
    {
        isBlockedOn = false;
        if (!TaskMembers.IsTask(send.Type))
        {
            return true;
        }

        var inner = send;
        for (var current = send.Parent; current is not null; inner = current, current = current.Parent)
        {
            switch (current)
            {
                case IAwaitOperation:
                    return true;
                case IConversionOperation or IParenthesizedOperation or IArgumentOperation { Parent: IInvocationOperation { Instance: null } }:
                    break;
                case IInvocationOperation call when TaskMembers.Forwards(call.TargetMethod):
                    isBlockedOn |= call.TargetMethod.Name == "WaitAsync";
                    break;
                case IInvocationOperation call when TaskMembers.Waits(call.TargetMethod) && call.Instance == inner:
                    isBlockedOn |= call.TargetMethod.Name == "Wait";
                    return true;
                case IPropertyReferenceOperation { Property: { Name: "Result" } property } when TaskMembers.IsTask(property.ContainingType):
                    isBlockedOn = true;
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    // The response is not null, by its type; otherwise the send has thrown.
    private static bool GivesNoNull(IOperation send) =>
        send is IInvocationOperation { TargetMethod.ReturnType: INamedTypeSymbol { TypeArguments: { Length: 1 } results } task }
        && TaskMembers.IsTask(task)
        && results[0].IsReferenceType
        && task.TypeArgumentNullableAnnotations[0] == NullableAnnotation.NotAnnotated;

    private List<FieldSet> Sets(RequestCall call, Term? source, Dictionary<IOperation, Term> values)
    {
        var sets = new List<FieldSet>();
        foreach (var set in call.Sets)
        {
            sets.Add(new FieldSet(set.Field, FieldValue(call, set, source, values)) { IsUncertain = set.IsUncertain, Place = set.Place });
        }

        return sets;
    }

    private Term? FieldValue(RequestCall call, RequestFieldSet set, Term? source, Dictionary<IOperation, Term> values)
    {
        if (set.Constant is not null)
        {
            return set.Constant;
        }

        if (set.IsFreshEachCall)
        {
            return Make(SiteKind.Fresh, set.Value ?? call.Operation);
        }

        if (set.Value is { } whole && !set.Accumulates)
        {
            if (set.IsWhole)
            {
                var part = PartOf(whole, values);
                return part is Root ? StructureOf(whole) ?? part : part;
            }

            if (set.MadeBy is { } maker)
            {
                return TermFactory.Apply(new Function(FunctionKind.Pure, maker.OriginalDefinition), PartOf(whole, values));
            }
        }

        var inputs = (set.Inputs.Count > 0 ? set.Inputs : set.Value is { } value ? [value] : []).Select(input => PartOf(input, values)).ToList();
        if (set.Accumulates && source is not null)
        {
            inputs.Insert(0, TermFactory.Apply(new Function(FunctionKind.StableMember, set.Field), source));
        }

        return inputs.Count == 0 ? null : TermFactory.Apply(new Function(FunctionKind.Pure, (call.Target, set.Field)), [.. inputs]);
    }

    private Term PartOf(IOperation part, Dictionary<IOperation, Term> values)
    {
        if (values.TryGetValue(part, out var value))
        {
            return value;
        }

        value = Value(part);
        values[part] = value;
        return value;
    }

    // The parts of the call in order, each lowered once; their values are kept for the sets that use them.
    private void Parts(RequestCall call, Dictionary<IOperation, Term> values)
    {
        switch (call.Operation)
        {
            case IInvocationOperation invocation:
                Part(invocation.Instance, values);
                ArgumentParts(call, invocation.Arguments, values);
                break;
            case IObjectCreationOperation creation:
                ArgumentParts(call, creation.Arguments, values);
                InitializerParts(creation.Initializer, values);
                break;
            case IWithOperation with:
                Part(with.Operand, values);
                InitializerParts(with.Initializer, values);
                break;
            case IPropertyReferenceOperation indexer:
                Part(indexer.Instance, values);
                ArgumentParts(call, indexer.Arguments, values);
                break;
            case IAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                Part(target.Instance, values);
                Part(assignment.Value, values);
                break;
        }
    }

    private void ArgumentParts(RequestCall call, IEnumerable<IArgumentOperation> arguments, Dictionary<IOperation, Term> values)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
            {
                Assign(argument.Value, source: null, Unknown(argument), argument);
                continue;
            }

            var value = Part(argument.Value, values);
            if (call.Kind == RequestCallKind.Wrapper && value is not null)
            {
                Keep(argument.Value, value);
            }
        }
    }

    private void InitializerParts(IObjectOrCollectionInitializerOperation? initializer, Dictionary<IOperation, Term> values)
    {
        foreach (var part in initializer?.Initializers ?? [])
        {
            switch (part)
            {
                case IAssignmentOperation assignment:
                    if (assignment.Target is IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer)
                    {
                        Effects(indexer);
                    }

                    Part(assignment.Value, values);
                    break;
                case IMemberInitializerOperation member:
                    InitializerParts(member.Initializer, values);
                    break;
                default:
                    foreach (var child in part.ChildOperations.OfType<IArgumentOperation>())
                    {
                        Part(child.Value, values);
                    }

                    break;
            }
        }
    }

    private Term? Part(IOperation? operation, Dictionary<IOperation, Term> values)
    {
        if (operation is null)
        {
            return null;
        }

        if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            return values[operation] = Value(operation);
        }

        var value = Value(operation);
        values[operation] = value;
        for (var current = operation; current is IConversionOperation or IParenthesizedOperation;)
        {
            current = current is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)current).Operand;
            values[current] = value;
        }

        return value;
    }

    private Term AwaitValue(IAwaitOperation awaited) => Awaited(Value(awaited.Operation), awaited);

    // The result of a wait; if the send's failure was not thrown before, it is thrown here.
    private Term Awaited(Term task, IOperation place)
    {
        switch (task)
        {
            case Apply { Function.Symbol: AllTasks } all:
                foreach (var one in all.Operands)
                {
                    Awaited(one, place);
                }

                return Unknown(place);
            case Root { Site: { Kind: SiteKind.Task } site } when _thrownHere.Contains(site):
                break;
            case Root { Site.Kind: not SiteKind.Task } or Constant:
                return task;
            case Variable result when _results.Contains(result):
                return task;
            default:
                Add(new AwaitStep(task) { Place = place });
                break;
        }

        return TermFactory.Apply(Function.Result, task);
    }

    private Term? TaskCall(IInvocationOperation call, IMethodSymbol method)
    {
        if (TaskMembers.Forwards(method))
        {
            var operands = Arguments(call, out _);
            return operands[0];
        }

        if (TaskMembers.Waits(method) && call.Instance is { } task)
        {
            var value = Value(task);
            foreach (var argument in call.Arguments)
            {
                Effects(argument.Value);
            }

            return Awaited(value, call);
        }

        if (method.Name == "Run" && TaskMembers.IsTask(method.ContainingType) && call.Arguments.Length > 0 && CallableOf(call.Arguments[0].Value) is { } function)
        {
            return Run(function, call);
        }

        return TaskMembers.Combines(method) && Items(call, 0) is { } items ? Combined(call, method, items) : null;
    }

    private Term Combined(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<IOperation> items)
    {
        var tasks = items.Select(Value).ToList();
        if (!TaskMembers.ThrowsForAll(method))
        {
            return Unknown(call);
        }

        var all = TermFactory.Apply(new Function(FunctionKind.Pure, AllTasks), [.. tasks]);
        return method.ReturnsVoid ? Awaited(all, call) : all;
    }

    private const string AllTasks = "all tasks";
}
