using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What is known of a field that was set, or may have been.</summary>
/// <param name="value">Its value, over what the body began with and what its sites made; null where it is not known.</param>
/// <param name="isUncertain">Whether it may be that the field was not set after all.</param>
/// <param name="source">What set it.</param>
internal sealed class FieldValue(Term? value, bool isUncertain, FieldSet source) : IEquatable<FieldValue>
{
    public Term? Value { get; } = value;

    public bool IsUncertain { get; } = isUncertain;

    public FieldSet Source { get; } = source;

    /// <summary>Whether <see cref="Source"/> is one of several that may have set it.</summary>
    public bool HasSeveralSources { get; init; }

    /// <inheritdoc/>
    public bool Equals(FieldValue? other) =>
        other is not null
        && other.IsUncertain == IsUncertain
        && other.HasSeveralSources == HasSeveralSources
        && (HasSeveralSources ? other.Source.Field == Source.Field : IsSetAlike(other))
        && Equals(other.Value, Value);

    /// <summary>The same, set by the same, with another value.</summary>
    public FieldValue With(Term? changed) => new(changed, IsUncertain, Source) { HasSeveralSources = HasSeveralSources };

    /// <summary>What is known of a field that is set as this one or as the other one is.</summary>
    public FieldValue Join(FieldValue other) => new(Equals(Value, other.Value) ? Value : null, IsUncertain || other.IsUncertain, Source)
    {
        HasSeveralSources = HasSeveralSources || other.HasSeveralSources || !IsSetAlike(other),
    };

    /// <summary>What is known of a field that is set as this one is, or not at all.</summary>
    public FieldValue OrNone() => new(null, isUncertain: true, Source) { HasSeveralSources = HasSeveralSources };

    // What set a field is told apart only where findings are put on it.
    private bool IsSetAlike(FieldValue other) =>
        Source == other.Source || ((Source.Place ?? other.Source.Place) is null && Source.Field == other.Source.Field);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldValue);

    /// <inheritdoc/>
    public override int GetHashCode() => (Value?.GetHashCode() ?? 0) ^ (IsUncertain ? 1 : 0);
}
