namespace AppFlow.Fluent.Rules.Terms;

/// <summary>
/// A value as the program computes it: immutable, compared by structure, with symbols compared by identity and never by their text.
/// </summary>
/// <remarks>
/// There are four kinds: a <see cref="Constant"/>, a <see cref="Variable"/>, a <see cref="Root"/> (the value of one place of the program)
/// and an <see cref="Apply"/> (a function of other terms).
/// </remarks>
internal abstract class Term : IEquatable<Term>
{
    /// <summary>The nesting depth; a term without operands has depth 1.</summary>
    public virtual int Depth => 1;

    /// <summary>The operands.</summary>
    public virtual IReadOnlyList<Term> Operands => [];

    /// <inheritdoc/>
    public abstract bool Equals(Term? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Whether the predicate is true for the term or any part of it.</summary>
    public virtual bool Contains(Func<Term, bool> predicate) => predicate(this);

    /// <summary>
    /// The term with every part replaced for which the function returns another one; replaced parts are not searched further.
    /// </summary>
    public virtual Term Replace(Func<Term, Term?> replacement) => replacement(this) ?? this;
}
