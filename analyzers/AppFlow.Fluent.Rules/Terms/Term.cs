namespace AppFlow.Fluent.Rules.Terms;

/// <summary>
/// A value as the program computes it: immutable and compared by what it is made of, with symbols by identity and never by their text.
/// </summary>
/// <remarks>
/// There are four kinds: a <see cref="Constant"/>, a <see cref="Variable"/>, a <see cref="Root"/> (what one place of the program made when it ran)
/// and an <see cref="Apply"/> (a function of other terms).
/// </remarks>
internal abstract class Term : IEquatable<Term>
{
    /// <summary>How deeply terms are nested in this one; a term without operands has depth 1.</summary>
    public virtual int Depth => 1;

    /// <summary>The terms that this one is made of.</summary>
    public virtual IReadOnlyList<Term> Operands => [];

    /// <inheritdoc/>
    public abstract bool Equals(Term? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Whether the term itself or any part of it is such a term.</summary>
    public bool Contains(Func<Term, bool> predicate)
    {
        if (predicate(this))
        {
            return true;
        }

        foreach (var operand in Operands)
        {
            if (operand.Contains(predicate))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The term with every part replaced for which the function gives another one; what is replaced is not looked into.</summary>
    public virtual Term Replace(Func<Term, Term?> replacement) => replacement(this) ?? this;
}
