using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>The effect of each step on the state, and the results of the sends on the path.</summary>
internal sealed class Transfer(GraphFacts facts, FlowResult result)
{
    // More would create a separate path for every possible order of earlier sends.
    private const int MaxSends = 64;

    private readonly Dictionary<(object Step, object Key), Site> _changed = [];

    /// <summary>The state after a successful step.</summary>
    public PathState After(Step step, Block block, PathState path)
    {
        if (facts.WritesTestedValue(step))
        {
            path = path with { Writes = path.Writes.With(step, true) };
        }

        switch (step)
        {
            case AssignStep assign:
                path = facts.ConditionsIn(assign.Target).Count > 0 ? path.Ask(assign.Value, isStored: true) : path;
                return path with { Variables = path.Variables.With(assign.Target, path.Resolve(assign.Value)) };
            case StoreStep store:
                return Store(store, block, path);
            case MakeStep make:
                return Made(make.Site, block, path);
            case CallStep call:
                return Call(call, block, path);
            case CreateStep create:
                return Create(create, block, path);
            case MutateStep mutate:
                return Mutate(mutate, path);
            case SendStep send:
                return Send(send, block, path);
            case AwaitStep awaited:
                return PendingSend(path.Resolve(awaited.Task), path) is { } sent
                    ? path with { Sends = path.Sends.With(sent.Step, sent.With(Outcome.Succeeded)) }
                    : path;
            case EscapeStep escape:
                return Escape(escape, path);
            case UseStep use:
                Keep(path.Resolve(use.Value));
                return path;
            case ContinueStep carried:
                return path.Resolve(carried.Failure) is Root failure
                    && path.Failures.TryGet(failure, out var caught)
                    && caught.Send is { } failed
                    && path.Sends.TryGet(failed, out var failedSend)
                        ? path with { Sends = path.Sends.With(failed, failedSend.With(carried.IsInDoubt ? Handling.InDoubt : Handling.Continued)) }
                        : path;
            case AgainStep again:
                return Again(again.Loop, block, path);
            default:
                return path;
        }
    }

    /// <summary>The state in which a step failed, and what a handler catches; null if it cannot fail.</summary>
    public static (PathState PathState, Caught Caught)? Failing(Step step, PathState before, PathState after)
    {
        switch (step)
        {
            case SendStep { IsAwaited: true } send:
                return Failed(send, after);
            case AwaitStep awaited when PendingSend(before.Resolve(awaited.Task), before) is { } sent:
                return Failed(sent.Step, before);
            case SendStep:
                return null;
            case CreateStep create when create.Shape.Failures.OfBuilding is > 0 and var classes:
                return (Unclear(before), new Caught(null, create.Shape.Failures, classes));
            default:
                return step.MayThrow ? (Unclear(before), Caught.Anything) : null;
        }
    }

    /// <summary>The state at the start of a handler.</summary>
    public static PathState Enter(Handler handler, PathState path, Caught caught)
    {
        path = Aged(handler.Failure, path);
        return path with { Failures = path.Failures.With(handler.Failure.Value, caught) };
    }

    private static (PathState PathState, Caught Caught) Failed(SendStep send, PathState path)
    {
        var caught = new Caught(send, send.Failures, send.Failures.All);
        return path.Sends.TryGet(send, out var sent)
            ? (path with { Sends = path.Sends.With(send, sent.With(Outcome.Failed).With(send.Failures.All)) }, caught)
            : (path, caught);
    }

    // Something else failed after a successful send, so it is unknown whether the loop repeats because of the send.
    private static PathState Unclear(PathState path) => path with
    {
        Sends = path.Sends.Select((step, sent) => (step, sent.Outcome == Outcome.Succeeded ? sent.With(Outcome.Unclear) : sent)),
    };

    private static Sent? PendingSend(Term task, PathState path)
    {
        if (task is Root { Age: 0, Site: { Kind: SiteKind.Task } site })
        {
            foreach (var sent in path.Sends.Values)
            {
                if (sent.Step.Task == site)
                {
                    return sent;
                }
            }
        }

        return null;
    }

    private PathState Made(Site site, Block block, PathState path) => facts.IsRepeated(block) ? Aged(site, path) : path;

    private static PathState Aged(Site site, PathState path)
    {
        Term? Older(Term part) => part is Root root && root.Site == site ? new Root(site, Math.Min(root.Age + 1, Root.Oldest)) : null;
        bool IsOld(Term part) => part is Root { Age: > 0 } root && root.Site == site;
        Func<Term, Term?> older = Older;
        Func<Term, bool> isOld = IsOld;
        return path.Map(term => term.Replace(older), term => term.Contains(isOld));
    }

    private PathState Store(StoreStep store, Block block, PathState path)
    {
        var target = new Apply(store.Target.Function, store.Target.Operands.Select(path.Resolve).ToArray());
        var value = path.Resolve(store.Value);
        Keep(value);
        if (!store.IsOfNewObject)
        {
            path = Forget(part => part is Apply read && StoreStep.MayWrite(read, target), store, block, path);
        }

        // A field may hold another request when it is read, because other owners of the object may assign it.
        return path.RequestOf(value) is null ? path with { Memory = path.Memory.With(target, value) } : path;
    }

    private PathState Call(CallStep call, Block block, PathState path)
    {
        var objects = call.MayChange.Select(path.Resolve).Where(changed => changed is not Constant).ToList();
        if (call.MayWriteAnyMember || objects.Count > 0)
        {
            path = Forget(
                part => part is Apply { Function.ReadsMemory: true } read
                    && (call.MayWriteAnyMember || read.Operands.Any(operand => operand.Contains(inner => objects.Contains(inner)))),
                call,
                block,
                path);
        }

        if (call.Fills is { } filled && path.Resolve(filled) is not Constant and var collection)
        {
            path = path with { Facts = path.Facts.With(new Apply(Function.IsEmpty, collection), false) };
        }

        foreach (var variable in call.Writes)
        {
            var site = ChangedBy(call, variable);
            path = Made(site, block, path);
            path = path with { Variables = path.Variables.With(variable, site.Value) };
        }

        return path;
    }

    // A value that was read before the write keeps its old content under a separate name.
    private PathState Forget(Func<Term, bool> isWritten, Step step, Block block, PathState path)
    {
        var site = ChangedBy(step, this);
        path = Made(site, block, path);
        return path.Map(term => term.Replace(part => isWritten(part) ? site.Value : null), term => term.Contains(isWritten));
    }

    private Site ChangedBy(object step, object key)
    {
        if (!_changed.TryGetValue((step, key), out var site))
        {
            _changed.Add((step, key), site = new Site(SiteKind.Changed));
        }

        return site;
    }

    private PathState Create(CreateStep create, Block block, PathState path)
    {
        var source = create.Source is null ? null : path.Resolve(create.Source);
        var sets = Resolved(create.Sets, path);
        var state = source is null
            ? new RequestState(create.Shape, origin: null, create.IsOpen)
            : path.RequestOf(source) is { } known && known.Shape == create.Shape
                ? create.IsOpen ? known.Opened() : known
                : new RequestState(create.Shape, source, isOpen: true);
        state = sets.Aggregate(state, (current, set) => current.With(set.Set, set.Value));
        path = Made(create.Request, block, path);
        if (facts.IsRepeated(block))
        {
            state = state.Map(term => term.Replace(part =>
                part is Root root && root.Site == create.Request ? new Root(root.Site, Math.Min(root.Age + 1, Root.Oldest)) : null));
        }

        return path with { Requests = path.Requests.With(create.Request.Value, state) };
    }

    private PathState Mutate(MutateStep mutate, PathState path)
    {
        var request = path.Resolve(mutate.Request);
        var state = path.RequestOf(request);
        var isFromOutside = state is null;
        state ??= new RequestState(mutate.Shape, request, isOpen: true);
        foreach (var (set, value) in Resolved(mutate.Sets, path))
        {
            state = state.With(set, value);

            // The caller that passed the object in may send it.
            if (isFromOutside && set.Field.Role != FieldRole.Content && result.PlaceOf(state.TokenChoice) is { } place)
            {
                place.IsForwarded = true;
                place.Requests.Add((value, state));
            }
        }

        return path with { Requests = path.Requests.With(request, state) };
    }

    private List<(FieldSet Set, Term? Value)> Resolved(IReadOnlyList<FieldSet> sets, PathState path) =>
        sets.Where(set => set.Field.IsRequired || IsCompared(set)).Select(set => (set, set.Value is null || !IsCompared(set) ? null : path.Resolve(set.Value))).ToList();

    private bool IsCompared(FieldSet set) => facts.ComparesRequests || facts.IsAskedField(set.Field);

    private PathState Send(SendStep send, Block block, PathState path)
    {
        var request = path.Resolve(send.Request);
        var client = send.Client is null ? null : path.Resolve(send.Client);
        var state = path.RequestOf(request) ?? new RequestState(send.Shape, request, isOpen: true);
        var sendFacts = result.Of(send);
        sendFacts.States.Add(new SendState(state, path.Writes, path.Asked) { Client = client });
        if (result.PlaceOf(state.TokenChoice) is { } place)
        {
            place.Sends.Add(send);
            place.Requests.Add((state.TokenChoice!.Value, state));
        }

        if (state.Shape.KeepsGeneratedToken && state is { TokenChoice: null, Shape.Token: { } token })
        {
            path = path with { Requests = path.Requests.With(request, state.With(new FieldSet(token, value: null) { IsUncertain = true }, value: null)) };
        }

        var now = new Sent(send, state, client) { Outcome = send.IsAwaited ? Outcome.Succeeded : Outcome.Pending };
        Compare(now, sendFacts, path);
        path = Made(send.Task, block, path);
        var sends = path.Sends.Without(send);
        if (sends.Count >= MaxSends)
        {
            var oldest = sends.Keys[0];
            sends = sends.Without(oldest);
        }

        // Test results about values are dropped when the values are old; they are kept under the names that tests gave them.
        var kept = new Sent(send, state.Map(new Comparison(path.Facts).Known), client) { Outcome = now.Outcome };
        return path with { Sends = sends.With(send, kept) };
    }

    private static void Compare(Sent now, SendFacts sendFacts, PathState path)
    {
        var comparison = new Comparison(path.Facts);
        foreach (var before in path.Sends.Values)
        {
            if (!Equals(before.Request.Shape.Operation, now.Request.Shape.Operation))
            {
                continue;
            }

            var requests = before.Request.Shape == now.Request.Shape ? comparison.Of(before.Request, now.Request) : Likeness.Unknown;
            var clients = comparison.OfClients(before.Client, now.Client);
            if (before.Step == now.Step)
            {
                sendFacts.Rounds.Add(new Round(
                    before.Through,
                    before.Outcome,
                    (before.Classes & ~before.Step.Failures.Refusals) != 0,
                    before.Handling,
                    requests,
                    clients,
                    OfTokens(before.Request, now.Request, comparison)));
            }

            if (requests == Likeness.Different && clients == Likeness.Same && IsOneToken(before.Request, now.Request, before.Step == now.Step, comparison))
            {
                sendFacts.Shared.Add(new SharedToken(
                    before.Request.TokenChoice!.Source,
                    now.Request.TokenChoice!.Source,
                    before.Step,
                    now.Step,
                    before.Through));
            }
        }
    }

    // The rule for constants reports a constant at two places.
    private static bool IsOneToken(RequestState before, RequestState now, bool isOneSend, Comparison comparison) =>
        before.TokenChoice is { IsUncertain: false, Source.Field.Role: FieldRole.Token } first
        && now.TokenChoice is { IsUncertain: false, Source.Field.Role: FieldRole.Token } second
        && (isOneSend || first.Source == second.Source || first.Value is not Constant)
        && first.Value is not Constant { Value: not string }
        && comparison.Of(first.Value, second.Value) == Likeness.Same;

    private static Likeness OfTokens(RequestState before, RequestState now, Comparison comparison)
    {
        switch ((before.TokenChoice, now.TokenChoice))
        {
            case (null, null):
                return before.IsOpen || now.IsOpen ? Likeness.Unknown : now.Shape.Token is not null && now.Shape.IsFreshWithoutToken ? Likeness.Different : Likeness.Unknown;
            case ({ IsUncertain: false } first, { IsUncertain: false } second) when first.Source.Field == second.Source.Field:
                var likeness = comparison.Of(first.Value, second.Value);
                return likeness == Likeness.Different && !Freshness.IsFresh(second.Value!) ? Likeness.Unknown : likeness;
            default:
                return Likeness.Unknown;
        }
    }

    private PathState Escape(EscapeStep escape, PathState path)
    {
        var request = path.Resolve(escape.Request);
        if (path.RequestOf(request) is not { } state)
        {
            return path;
        }

        if (result.PlaceOf(state.TokenChoice) is { } place)
        {
            place.IsForwarded = true;
            place.Requests.Add((state.TokenChoice!.Value, state));
        }

        return escape.MayChange
            ? path with { Requests = path.Requests.With(request, new RequestState(state.Shape, request, isOpen: true)) }
            : path;
    }

    private void Keep(Term value) => value.Contains(part =>
    {
        if (part is Root { Site.Kind: SiteKind.Fresh or SiteKind.Clock } root)
        {
            result.Kept.Add(root.Site);
        }

        return false;
    });

    // A loop counter would be a new value in each iteration, endlessly.
    private PathState Again(Loop loop, Block block, PathState path)
    {
        foreach (var carried in loop.Assigned)
        {
            if (path.Variables.TryGet(carried.Key, out var value) && Grows(value))
            {
                path = Made(carried.Value, block, path);
                var root = carried.Value.Value;
                path = path with { Variables = path.Variables.With(carried.Key, root), Facts = WithKnownFacts(value, root, path.Facts) };
            }
        }

        return path with { Sends = path.Sends.Select((step, sent) => (step, sent.AfterRound(loop))) };
    }

    // A value of the iteration is kept if the loop's condition may depend on it, such as a number or the existence of a response.
    private static SmallMap<Term, bool> WithKnownFacts(Term value, Root root, SmallMap<Term, bool> facts) => value switch
    {
        Constant { Value: int } => facts.With(new Apply(Function.Equal, root, value), true),
        Apply { Function: var function } when function.Equals(Function.Result) && TermFactory.IsNull(value) is Constant { Value: false } =>
            facts.With(new Apply(Function.Equal, root, Constant.Null), false),
        _ => facts,
    };

    private static bool Grows(Term value) => value switch
    {
        Constant { Value: not (null or bool or string) } => true,
        Apply { Function.IsNeverNull: true } => false,
        Apply { Function.Kind: FunctionKind.Pure or FunctionKind.Text or FunctionKind.Tuple or FunctionKind.Choice } => true,
        Apply deep => deep.Depth > 4,
        _ => false,
    };
}
