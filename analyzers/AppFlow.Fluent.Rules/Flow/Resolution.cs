using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>Substitutes the current values into a source term: variables, stored values, fields of requests.</summary>
internal static class Resolution
{
    // Deeper terms are no longer distinguished, because a loop could nest them endlessly.
    private const int Deepest = 12;

    public static Term Resolve(this PathState path, Term term)
    {
        switch (term)
        {
            case Variable variable:
                return path.Variables.TryGet(variable, out var value) ? value : variable;
            case Apply apply:
                var operands = new Term[apply.Operands.Count];
                for (var i = 0; i < operands.Length; i++)
                {
                    operands[i] = apply.Operands[i] is Apply { Function: { Kind: FunctionKind.StableMember, Symbol: Field asked } } read
                        && apply.Function.Kind == FunctionKind.Equal
                        && apply.Operands[1 - i].Equals(Constant.Null)
                            ? NullOfField(path, asked, path.Resolve(read.Operands[0]))
                            : path.Resolve(apply.Operands[i]);
                }

                return Resolve(path, apply.Function, operands);
            default:
                return term;
        }
    }

    private static Term Resolve(PathState path, Function function, Term[] operands)
    {
        if (function is { Kind: FunctionKind.StableMember, Symbol: Field field })
        {
            return OfField(path, field, operands[0]);
        }

        if (function.Kind == FunctionKind.Equal && path.RequestOf(operands[0]) is { } one && path.RequestOf(operands[1]) is { } other)
        {
            return OfRequests(function, operands, one, other);
        }

        var resolved = TermFactory.Apply(function, operands);
        return resolved is Apply && path.Memory.TryGet(resolved, out var stored) ? stored
            : resolved.Depth > Deepest ? new Variable(resolved, "a long expression")
            : resolved;
    }

    private static Term OfField(PathState path, Field field, Term request)
    {
        if (path.RequestOf(request) is not { } state)
        {
            return new Apply(new Function(FunctionKind.StableMember, field), request);
        }

        if (state.Fields.TryGet(field, out var value) && !value.IsUncertain)
        {
            return value.Value ?? new Apply(new Function(FunctionKind.StableMember, field), request);
        }

        return state.Lacks(field) ? Constant.Null : new Apply(new Function(FunctionKind.StableMember, field), state.Origin ?? request);
    }

    // A set field is not null, because requests refuse null.
    private static Term NullOfField(PathState path, Field field, Term request) =>
        path.RequestOf(request) is { } state && state.Fields.TryGet(field, out var value) && !value.IsUncertain && value.Value is not Constant
            ? Constant.True
            : OfField(path, field, request);

    private static Term OfRequests(Function function, Term[] operands, RequestState one, RequestState other)
    {
        if (operands[0].Equals(operands[1]))
        {
            return Constant.True;
        }

        if (one.Shape != other.Shape)
        {
            return Constant.False;
        }

        var differs = one.Shape.Fields.Any(field =>
            (one.Lacks(field) && !other.IsUncertain(field) && !other.Lacks(field)) || (other.Lacks(field) && !one.IsUncertain(field) && !one.Lacks(field)));
        return differs ? Constant.False : Comparison.Plain.Of(one, other) == Likeness.Same ? Constant.True : new Apply(function, operands);
    }
}
