using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// What is known on one path through a body, at one place of it. Immutable; two states that know the same are equal, and the analysis follows only one
/// of them.
/// </summary>
/// <remarks>
/// The terms in it are over what the body began with (<see cref="Variable"/>) and what its sites made (<see cref="Root"/>): they stay true when a variable
/// is assigned anew. What may be written by somebody is taken out when that happens.
/// </remarks>
internal sealed record PathState
{
    public static readonly PathState Start = new();

    private static readonly Function EitherValue = new(FunctionKind.Pure, "either");

    /// <summary>What the variables hold that were assigned.</summary>
    public SmallMap<Variable, Term> Variables { get; init; } = SmallMap<Variable, Term>.Empty;

    /// <summary>What fields, properties and elements hold that were assigned.</summary>
    public SmallMap<Term, Term> Memory { get; init; } = SmallMap<Term, Term>.Empty;

    /// <summary>The conditions that are known to hold, or not to.</summary>
    public SmallMap<Term, bool> Facts { get; init; } = SmallMap<Term, bool>.Empty;

    /// <summary>The requests that were made here.</summary>
    public SmallMap<Term, RequestState> Requests { get; init; } = SmallMap<Term, RequestState>.Empty;

    /// <summary>The sends that lie behind, the last of each.</summary>
    public SmallMap<SendStep, Sent> Sends { get; init; } = SmallMap<SendStep, Sent>.Empty;

    /// <summary>What the handlers on the path caught.</summary>
    public SmallMap<Root, Caught> Failures { get; init; } = SmallMap<Root, Caught>.Empty;

    /// <summary>The steps on the path that wrote, or may have written, what a later condition reads.</summary>
    public SmallMap<Step, bool> Writes { get; init; } = SmallMap<Step, bool>.Empty;

    /// <summary>Those of them whose condition was passed since.</summary>
    public SmallMap<Step, bool> Asked { get; init; } = SmallMap<Step, bool>.Empty;

    /// <summary>How many things it knows.</summary>
    public int Size => Variables.Count + Memory.Count + Facts.Count + Requests.Count + Sends.Count + Failures.Count + Writes.Count + Asked.Count;

    /// <summary>The state of a request; null for one of which nothing is known.</summary>
    public RequestState? RequestOf(Term term) => Requests.TryGet(term, out var state) ? state : null;

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
    /// What both paths know: where more paths reach a block than are followed one by one. A request that is not the same in both may have any
    /// field set.
    /// </summary>
    public PathState Meet(PathState other) => Meet(other, Either(Variables, other.Variables));

    private PathState Meet(PathState other, SmallMap<Variable, Term> variables) => new()
    {
        Variables = variables,
        Memory = Memory.Where((memory, value) => other.Memory.TryGet(memory, out var otherValue) && otherValue.Equals(value)),
        Facts = Facts.Where((fact, holds) => other.Facts.TryGet(fact, out var otherHolds) && otherHolds == holds),
        Requests = WithEither(
            Requests
                .Where((root, _) => other.Requests.Has(root))
                .Select((root, state) => (root, other.Requests.TryGet(root, out var otherState) ? state.Join(otherState) : state)),
            variables,
            other),
        Sends = Sends.Where((step, sent) => other.Sends.TryGet(step, out var otherSent) && otherSent.Equals(sent)),
        Failures = Failures.Where((root, caught) => other.Failures.TryGet(root, out var otherCaught) && otherCaught.Equals(caught)),
        Writes = Union(Writes, other.Writes),
        Asked = Union(Asked, other.Asked),
    };

    // What a variable holds is one of two values, or what it had from the start: neither is known of it any more.
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

    // Which of two immutable requests a variable holds is not known, but what they have in common is.
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
                // What it was between an earlier pair of values says nothing of this one.
                requests = requests.Without(value);
            }
        }

        return requests;
    }

    /// <summary>What tells apart the paths that are met: which required fields each request that a variable holds has not got.</summary>
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

    /// <summary>Whether everything that this path knows the other one knows too.</summary>
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
