using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What each step does to what is known, and what the sends on the way tell of it.</summary>
internal sealed class Transfer(GraphFacts facts, FlowResult result)
{
    // More would be a world of its own for every order in which sends may have come before.
    private const int MostSends = 64;

    private readonly Dictionary<(object Step, object Key), Site> _changed = [];

    /// <summary>The world after a step that went well.</summary>
    public World After(Step step, Block block, World world)
    {
        if (facts.WritesWhatIsAsked(step))
        {
            world = world with { Writes = world.Writes.With(step, true) };
        }

        switch (step)
        {
            case AssignStep assign:
                return world with { Variables = world.Variables.With(assign.Target, world.Resolve(assign.Value)) };
            case StoreStep store:
                return Store(store, block, world);
            case MakeStep make:
                return Made(make.Site, block, world);
            case CallStep call:
                return Call(call, block, world);
            case CreateStep create:
                return Create(create, block, world);
            case MutateStep mutate:
                return Mutate(mutate, world);
            case SendStep send:
                return Send(send, block, world);
            case AwaitStep awaited:
                return PendingSend(world.Resolve(awaited.Task), world) is { } sent
                    ? world with { Sends = world.Sends.With(sent.Step, sent.With(Outcome.Succeeded)) }
                    : world;
            case EscapeStep escape:
                return Escape(escape, world);
            case UseStep use:
                Keep(world.Resolve(use.Value));
                return world;
            case ContinueStep carried:
                return world.Resolve(carried.Failure) is Root failure
                    && world.Failures.TryGet(failure, out var caught)
                    && caught.Send is { } failed
                    && world.Sends.TryGet(failed, out var failedSend)
                        ? world with { Sends = world.Sends.With(failed, failedSend.Continued()) }
                        : world;
            case AgainStep again:
                return Again(again.Loop, block, world);
            default:
                return world;
        }
    }

    /// <summary>The world in which a step failed, and what a handler catches then; null where it does not fail.</summary>
    public static (World World, Caught Caught)? Failing(Step step, World before, World after)
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

    /// <summary>The world in which a handler begins.</summary>
    public static World Enter(Handler handler, World world, Caught caught)
    {
        world = Aged(handler.Failure, world);
        return world with { Failures = world.Failures.With(handler.Failure.Value, caught) };
    }

    private static (World World, Caught Caught) Failed(SendStep send, World world)
    {
        var caught = new Caught(send, send.Failures, send.Failures.All);
        return world.Sends.TryGet(send, out var sent)
            ? (world with { Sends = world.Sends.With(send, sent.With(Outcome.Failed).With(send.Failures.All)) }, caught)
            : (world, caught);
    }

    // Something else failed after a send that had gone well: whether the loop goes round for the send's sake cannot be told.
    private static World Unclear(World world) => world with
    {
        Sends = world.Sends.Select((step, sent) => (step, sent.Outcome == Outcome.Succeeded ? sent.With(Outcome.Unclear) : sent)),
    };

    private static Sent? PendingSend(Term task, World world)
    {
        if (task is Root { Age: 0, Site: { Kind: SiteKind.Task } site })
        {
            foreach (var sent in world.Sends.Values)
            {
                if (sent.Step.Task == site)
                {
                    return sent;
                }
            }
        }

        return null;
    }

    private World Made(Site site, Block block, World world) => facts.IsRepeated(block) ? Aged(site, world) : world;

    private static World Aged(Site site, World world) => world.Map(
        term => term.Replace(part => part is Root root && root.Site == site ? new Root(site, Math.Min(root.Age + 1, Root.Oldest)) : null),
        term => term.Contains(part => part is Root { Age: > 0 } root && root.Site == site));

    private World Store(StoreStep store, Block block, World world)
    {
        var target = new Apply(store.Target.Function, store.Target.Operands.Select(world.Resolve).ToArray());
        var value = world.Resolve(store.Value);
        Keep(value);
        if (!store.IsOfNewObject)
        {
            world = Forget(part => part is Apply read && StoreStep.MayWrite(read, target), store, block, world);
        }

        // What a field holds may be another request by the time that it is read: whoever has the object may put one there.
        return world.RequestOf(value) is null ? world with { Memory = world.Memory.With(target, value) } : world;
    }

    private World Call(CallStep call, Block block, World world)
    {
        var objects = call.MayChange.Select(world.Resolve).Where(changed => changed is not Constant).ToList();
        if (call.MayWriteAnyMember || objects.Count > 0)
        {
            world = Forget(
                part => part is Apply { Function.ReadsMemory: true } read
                    && (call.MayWriteAnyMember || read.Operands.Any(operand => operand.Contains(inner => objects.Contains(inner)))),
                call,
                block,
                world);
        }

        if (call.Fills is { } filled && world.Resolve(filled) is not Constant and var collection)
        {
            world = world with { Facts = world.Facts.With(new Apply(Function.IsEmpty, collection), false) };
        }

        foreach (var variable in call.Writes)
        {
            var site = ChangedBy(call, variable);
            world = Made(site, block, world);
            world = world with { Variables = world.Variables.With(variable, site.Value) };
        }

        return world;
    }

    // What was read before somebody wrote it stays what it was, under a name of its own.
    private World Forget(Func<Term, bool> isWritten, Step step, Block block, World world)
    {
        var site = ChangedBy(step, this);
        world = Made(site, block, world);
        return world.Map(term => term.Replace(part => isWritten(part) ? site.Value : null), term => term.Contains(isWritten));
    }

    private Site ChangedBy(object step, object key)
    {
        if (!_changed.TryGetValue((step, key), out var site))
        {
            _changed.Add((step, key), site = new Site(SiteKind.Changed));
        }

        return site;
    }

    private World Create(CreateStep create, Block block, World world)
    {
        var source = create.Source is null ? null : world.Resolve(create.Source);
        var sets = Resolved(create.Sets, world);
        var state = source is null
            ? new RequestState(create.Shape, origin: null, create.IsOpen)
            : world.RequestOf(source) is { } known && known.Shape == create.Shape
                ? create.IsOpen ? known.Opened() : known
                : new RequestState(create.Shape, source, isOpen: true);
        state = sets.Aggregate(state, (current, set) => current.With(set.Set, set.Value));
        world = Made(create.Request, block, world);
        if (facts.IsRepeated(block))
        {
            state = state.Map(term => term.Replace(part =>
                part is Root root && root.Site == create.Request ? new Root(root.Site, Math.Min(root.Age + 1, Root.Oldest)) : null));
        }

        return world with { Requests = world.Requests.With(create.Request.Value, state) };
    }

    private World Mutate(MutateStep mutate, World world)
    {
        var request = world.Resolve(mutate.Request);
        var state = world.RequestOf(request);
        var isFromOutside = state is null;
        state ??= new RequestState(mutate.Shape, request, isOpen: true);
        foreach (var (set, value) in Resolved(mutate.Sets, world))
        {
            state = state.With(set, value);

            // Whoever handed the object in may send it.
            if (isFromOutside && set.Field.Role != FieldRole.Content && result.PlaceOf(state.TokenChoice) is { } place)
            {
                place.IsHandedOn = true;
                place.Requests.Add((value, state));
            }
        }

        return world with { Requests = world.Requests.With(request, state) };
    }

    private List<(FieldSet Set, Term? Value)> Resolved(IReadOnlyList<FieldSet> sets, World world) =>
        sets.Where(set => set.Field.IsRequired || IsCompared(set)).Select(set => (set, set.Value is null || !IsCompared(set) ? null : world.Resolve(set.Value))).ToList();

    private bool IsCompared(FieldSet set) => facts.ComparesRequests || facts.IsAskedField(set.Field);

    private World Send(SendStep send, Block block, World world)
    {
        var request = world.Resolve(send.Request);
        var client = send.Client is null ? null : world.Resolve(send.Client);
        var state = world.RequestOf(request) ?? new RequestState(send.Shape, request, isOpen: true);
        var sendFacts = result.Of(send);
        sendFacts.States.Add(new SendState(state, world.Writes, world.Asked) { Client = client });
        if (result.PlaceOf(state.TokenChoice) is { } place)
        {
            place.Sends.Add(send);
            place.Requests.Add((state.TokenChoice!.Value, state));
        }

        if (state.Shape.KeepsGeneratedToken && state is { TokenChoice: null, Shape.Token: { } token })
        {
            world = world with { Requests = world.Requests.With(request, state.With(new FieldSet(token, value: null) { IsUncertain = true }, value: null)) };
        }

        var now = new Sent(send, state, client) { Outcome = send.IsAwaited ? Outcome.Succeeded : Outcome.Pending };
        Compare(now, sendFacts, world);
        world = Made(send.Task, block, world);
        var sends = world.Sends.Without(send);
        if (sends.Count >= MostSends)
        {
            var oldest = sends.Keys[0];
            sends = sends.Without(oldest);
        }

        // What tests said of the values is forgotten when these are old: they are kept under the names that tests gave them.
        var kept = new Sent(send, state.Map(new Comparison(world.Facts).Known), client) { Outcome = now.Outcome };
        return world with { Sends = sends.With(send, kept) };
    }

    private static void Compare(Sent now, SendFacts sendFacts, World world)
    {
        var comparison = new Comparison(world.Facts);
        foreach (var before in world.Sends.Values)
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
                    before.IsContinued,
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

    // A constant at two places is the affair of the rule for constants.
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

    private World Escape(EscapeStep escape, World world)
    {
        var request = world.Resolve(escape.Request);
        if (world.RequestOf(request) is not { } state)
        {
            return world;
        }

        if (result.PlaceOf(state.TokenChoice) is { } place)
        {
            place.IsHandedOn = true;
            place.Requests.Add((state.TokenChoice!.Value, state));
        }

        return escape.MayChange
            ? world with { Requests = world.Requests.With(request, new RequestState(state.Shape, request, isOpen: true)) }
            : world;
    }

    private void Keep(Term value) => value.Contains(part =>
    {
        if (part is Root { Site.Kind: SiteKind.Fresh or SiteKind.Clock } root)
        {
            result.Kept.Add(root.Site);
        }

        return false;
    });

    // What a loop counts up would be another value in each round, without an end.
    private World Again(Loop loop, Block block, World world)
    {
        foreach (var carried in loop.Assigned)
        {
            if (world.Variables.TryGet(carried.Key, out var value) && Grows(value))
            {
                world = Made(carried.Value, block, world);
                var root = carried.Value.Value;
                world = world with { Variables = world.Variables.With(carried.Key, root), Facts = WithWhatIsKnown(value, root, world.Facts) };
            }
        }

        return world with { Sends = world.Sends.Select((step, sent) => (step, sent.AfterRound(loop))) };
    }

    // A value that the round gave is not forgotten where the loop's condition may ask for it: a number, that there is a response.
    private static SmallMap<Term, bool> WithWhatIsKnown(Term value, Root root, SmallMap<Term, bool> facts) => value switch
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
