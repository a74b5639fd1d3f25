using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// What is known at one place of one path through a body. Immutable; states with the same content are equal, and the analysis follows only
/// one of them.
/// </summary>
/// <remarks>
/// Its terms refer to the body's initial values (<see cref="Variable"/>) and to values of its sites (<see cref="Root"/>), so they stay
/// valid when a variable is reassigned. Facts about memory are removed when it may be written.
/// </remarks>
internal sealed record PathState
{
    public static readonly PathState Start = new();

    private static readonly Function EitherValue = new(FunctionKind.Pure, "either");

    /// <summary>The values of assigned variables.</summary>
    public SmallMap<Variable, Term> Variables { get; init; } = SmallMap<Variable, Term>.Empty;

    /// <summary>The values of assigned fields, properties and elements.</summary>
    public SmallMap<Term, Term> Memory { get; init; } = SmallMap<Term, Term>.Empty;

    /// <summary>The conditions that are known to be true or false.</summary>
    public SmallMap<Term, bool> Facts { get; init; } = SmallMap<Term, bool>.Empty;

    /// <summary>The requests that were created here.</summary>
    public SmallMap<Term, RequestState> Requests { get; init; } = SmallMap<Term, RequestState>.Empty;

    /// <summary>The earlier sends, the last of each.</summary>
    public SmallMap<SendStep, Sent> Sends { get; init; } = SmallMap<SendStep, Sent>.Empty;

    /// <summary>The failures that handlers on the path caught.</summary>
    public SmallMap<Root, Caught> Failures { get; init; } = SmallMap<Root, Caught>.Empty;

    /// <summary>The steps on the path that wrote, or may have written, something that a later condition reads.</summary>
    public SmallMap<Step, bool> Writes { get; init; } = SmallMap<Step, bool>.Empty;

    /// <summary>Those of them whose condition was evaluated since.</summary>
    public SmallMap<Step, bool> Asked { get; init; } = SmallMap<Step, bool>.Empty;

    /// <summary>The number of its entries.</summary>
    public int Size => Variables.Count + Memory.Count + Facts.Count + Requests.Count + Sends.Count + Failures.Count + Writes.Count + Asked.Count;

    /// <summary>The state of a request; null if nothing is known.</summary>
    public RequestState? RequestOf(Term term) => Requests.TryGet(term, out var state) ? state : null;

    /// <summary>The state after a condition was evaluated: what it reads was asked.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="isStored">Whether its result is only stored: as far as it depends on variables, it is then known.</param>
    public PathState Ask(Term condition, bool isStored)
    {
        var asked = Asked;
        foreach (var write in Writes.Keys)
        {
            if (!(isStored && write is AssignStep) && GraphFacts.Writes(write, condition))
            {
                asked = asked.With(write, true);
            }
        }

        return this with { Asked = asked };
    }

    /// <summary>The state with every term changed. A fact or a memory whose term changes to null is forgotten.</summary>
    public PathState Map(Func<Term, Term> change, Func<Term, bool> isForgotten) => this with
    {
        Variables = Variables.Select((variable, value) => (variable, change(value))),
        Memory = Memory.Select((memory, value) => isForgotten(memory) ? null : (change(memory), change(value))),
        Facts = Facts.Select((fact, holds) => isForgotten(fact) ? null : (change(fact), holds)),
        Requests = Requests.Select((request, state) => isForgotten(request) ? null : (change(request), state.Map(change))),
        Sends = Sends.Select((step, sent) => (step, sent.Map(change))),
        Failures = Failures.Select((root, caught) => change(root) is Root changed && !isForgotten(root) ? (changed, caught) : null),
    };

    /// <summary>
    /// The common knowledge of both paths, for blocks with more paths than are followed separately. A request that differs between them may
    /// have any field set.
    /// </summary>
    public PathState Meet(PathState other) => Meet(other, Either(Variables, other.Variables));

    private PathState Meet(PathState other, SmallMap<Variable, Term> variables) => new()
    {
        Variables = variables,
        Memory = Memory.Common(other.Memory),
        Facts = Facts.Common(other.Facts),
        Requests = WithEither(
            Requests
                .Where((root, _) => other.Requests.Has(root))
                .Select((root, state) => (root, other.Requests.TryGet(root, out var otherState) ? state.Join(otherState) : state)),
            variables,
            other),
        Sends = Sends.Common(other.Sends),
        Failures = Failures.Common(other.Failures),
        Writes = Union(Writes, other.Writes),
        Asked = Union(Asked, other.Asked),
    };

    // The variable has one of two values, or its initial one, so its value is unknown.
    private static SmallMap<Variable, Term> Either(SmallMap<Variable, Term> one, SmallMap<Variable, Term> other)
    {
        var either = one.Select((variable, value) => (variable, Either(variable, value, other)));
        foreach (var variable in other.Keys)
        {
            if (!one.Has(variable))
            {
                either = either.With(variable, new Apply(EitherValue, variable));
            }
        }

        return either;
    }

    // It is unknown which of two immutable requests a variable holds, but their common fields are known.
    private SmallMap<Term, RequestState> WithEither(SmallMap<Term, RequestState> requests, SmallMap<Variable, Term> variables, PathState other)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            var value = variables.Values[i];
            if (value is not Apply { Function: var function } || !ReferenceEquals(function, EitherValue))
            {
                continue;
            }

            if (Variables.TryGet(variables.Keys[i], out var one) && RequestOf(one) is { Shape.IsMutable: false } state
                && other.Variables.TryGet(variables.Keys[i], out var another) && other.RequestOf(another) is { } otherState && otherState.Shape == state.Shape)
            {
                var joined = state.Join(otherState);
                joined = RequestOf(value) is { } before && !value.Equals(one) ? joined.Join(before) : joined;
                joined = other.RequestOf(value) is { } otherBefore && !value.Equals(another) ? joined.Join(otherBefore) : joined;
                requests = requests.With(value, joined);
            }
            else
            {
                // A fact about an earlier pair of values does not apply to this one.
                requests = requests.Without(value);
            }
        }

        return requests;
    }

    /// <summary>The key by which paths are merged: the missing required fields of each request in a variable.</summary>
    public long Lacking()
    {
        var lacking = 17L;
        for (var i = 0; i < Variables.Count; i++)
        {
            if (RequestOf(Variables.Values[i]) is { IsOpen: false, Shape.IsMutable: false } state)
            {
                foreach (var field in state.Shape.Required)
                {
                    lacking = unchecked((lacking * 31) + (state.Lacks(field) ? 2 : 1));
                }
            }
            else
            {
                lacking = unchecked(lacking * 31);
            }
        }

        return lacking;
    }

    private static Term Either(Variable variable, Term value, SmallMap<Variable, Term> other) =>
        other.TryGet(variable, out var otherValue) && otherValue.Equals(value) ? value : new Apply(EitherValue, variable);

    /// <summary>Whether the other path knows everything that this one knows.</summary>
    public bool IsBelow(PathState other) => Equals(Meet(other));

    private static SmallMap<Step, bool> Union(SmallMap<Step, bool> one, SmallMap<Step, bool> other)
    {
        foreach (var step in other.Keys)
        {
            one = one.With(step, true);
        }

        return one;
    }
}
