using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What is known about a field that was or may have been set.</summary>
/// <param name="value">Its value as a term over the body's initial values and its sites; null if unknown.</param>
/// <param name="isUncertain">Whether the field may be unset.</param>
/// <param name="source">What set it.</param>
internal sealed class FieldValue(Term? value, bool isUncertain, FieldSet source) : IEquatable<FieldValue>
{
    public Term? Value { get; } = value;

    public bool IsUncertain { get; } = isUncertain;

    public FieldSet Source { get; } = source;

    /// <summary>Whether <see cref="Source"/> is one of several possible sources.</summary>
    public bool HasSeveralSources { get; init; }

    /// <inheritdoc/>
    public bool Equals(FieldValue? other) =>
        other is not null
        && other.IsUncertain == IsUncertain
        && other.HasSeveralSources == HasSeveralSources
        && (HasSeveralSources ? other.Source.Field == Source.Field : IsSetAlike(other))
        && Equals(other.Value, Value);

    /// <summary>The same field value, from the same source, with another value.</summary>
    public FieldValue With(Term? changed) => new(changed, IsUncertain, Source) { HasSeveralSources = HasSeveralSources };

    /// <summary>The merge of two field values.</summary>
    public FieldValue Join(FieldValue other) => new(Equals(Value, other.Value) ? Value : null, IsUncertain || other.IsUncertain, Source)
    {
        HasSeveralSources = HasSeveralSources || other.HasSeveralSources || !IsSetAlike(other),
    };

    /// <summary>The merge of this field value with an unset field.</summary>
    public FieldValue OrNone() => new(null, isUncertain: true, Source) { HasSeveralSources = HasSeveralSources };

    // The source is only compared if findings are reported there.
    private bool IsSetAlike(FieldValue other) =>
        Source == other.Source || ((Source.Place ?? other.Source.Place) is null && Source.Field == other.Source.Field);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldValue);

    /// <inheritdoc/>
    public override int GetHashCode() => (Value?.GetHashCode() ?? 0) ^ (IsUncertain ? 1 : 0);
}
