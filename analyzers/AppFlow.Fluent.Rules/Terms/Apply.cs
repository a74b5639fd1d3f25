namespace AppFlow.Fluent.Rules.Terms;

/// <summary>A function of other terms. Created by <see cref="TermFactory"/>, which normalises equivalent terms.</summary>
internal sealed class Apply : Term
{
    private readonly Term[] _operands;
    private readonly int _hash;

    public Apply(Function function, params Term[] operands)
    {
        Function = function;
        _operands = operands;
        var hash = function.GetHashCode();
        var depth = 0;
        foreach (var operand in operands)
        {
            hash = (hash * 31) + operand.GetHashCode();
            depth = Math.Max(depth, operand.Depth);
        }

        _hash = hash;
        Depth = depth + 1;
    }

    public Function Function { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Operands => _operands;

    /// <inheritdoc/>
    public override int Depth { get; }

    /// <inheritdoc/>
    public override bool Equals(Term? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is not Apply apply || apply._hash != _hash || apply._operands.Length != _operands.Length || !apply.Function.Equals(Function))
        {
            return false;
        }

        return AreEqual(_operands, apply._operands)

            // The operands of an equality are ordered by hash, and hashes may be equal.
            || (Function.Kind == FunctionKind.Equal && _operands[0].Equals(apply._operands[1]) && _operands[1].Equals(apply._operands[0]));
    }

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override bool Contains(Func<Term, bool> predicate)
    {
        if (predicate(this))
        {
            return true;
        }

        foreach (var operand in _operands)
        {
            if (operand.Contains(predicate))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override Term Replace(Func<Term, Term?> replacement)
    {
        if (replacement(this) is { } whole)
        {
            return whole;
        }

        Term[]? changed = null;
        for (var i = 0; i < _operands.Length; i++)
        {
            var operand = _operands[i].Replace(replacement);
            if (!ReferenceEquals(operand, _operands[i]))
            {
                changed ??= (Term[])_operands.Clone();
                changed[i] = operand;
            }
        }

        return changed is null ? this : TermFactory.Apply(Function, changed);
    }

    /// <inheritdoc/>
    public override string ToString() => Function + "(" + string.Join(", ", _operands.Select(operand => operand.ToString())) + ")";

    private static bool AreEqual(Term[] ones, Term[] others)
    {
        for (var i = 0; i < ones.Length; i++)
        {
            if (!ones[i].Equals(others[i]))
            {
                return false;
            }
        }

        return true;
    }
}
