using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What is known of one request at one moment.</summary>
internal sealed class RequestState : IEquatable<RequestState>
{
    public RequestState(RequestShape shape, Term? origin, bool isOpen)
        : this(shape, origin, isOpen, SmallMap<Field, FieldValue>.Empty)
    {
    }

    private RequestState(RequestShape shape, Term? origin, bool isOpen, SmallMap<Field, FieldValue> fields)
    {
        Shape = shape;
        Origin = origin;
        IsOpen = isOpen;
        Fields = fields;
    }

    public RequestShape Shape { get; }

    /// <summary>The request that it was made from, where that is one of which nothing is known: a parameter, what a method gave. Null where it began here.</summary>
    public Term? Origin { get; }

    /// <summary>Whether fields that are not named here may be set all the same.</summary>
    public bool IsOpen { get; }

    /// <summary>The fields that were set, or may have been.</summary>
    public SmallMap<Field, FieldValue> Fields { get; }

    /// <summary>What gives the request its token: the token field or the operation id, whichever was set.</summary>
    public FieldValue? TokenChoice
    {
        get
        {
            for (var i = 0; i < Fields.Count; i++)
            {
                if (Fields.Keys[i].Role != FieldRole.Content)
                {
                    return Fields.Values[i];
                }
            }

            return null;
        }
    }

    /// <summary>Whether the field is not set, for sure.</summary>
    public bool Lacks(Field field) => !IsOpen && !Fields.Has(field);

    /// <summary>Whether it is not known that the field is set.</summary>
    public bool IsUncertain(Field field) => Fields.TryGet(field, out var value) ? value.IsUncertain : IsOpen;

    /// <summary>The request after a field was set.</summary>
    public RequestState With(FieldSet set, Term? value)
    {
        var fields = Fields;
        if (set.Field.Role != FieldRole.Content)
        {
            fields = fields.Where((field, _) => field.Role == FieldRole.Content);
        }

        // A required field that is given null is the affair of the rule for values: it was not forgotten.
        if (value is Constant { Value: null } && !set.IsUncertain && !(set.Field.IsRequired && set.Field.Role == FieldRole.Content))
        {
            return IsOpen && !Fields.Has(set.Field) ? this : new RequestState(Shape, Origin, IsOpen, fields.Without(set.Field));
        }

        // A field that is set for sure stays so, whatever a method of which little is known does to it.
        var isUncertain = set.IsUncertain && !(Fields.TryGet(set.Field, out var before) && !before.IsUncertain);
        return new RequestState(Shape, Origin, IsOpen, fields.With(set.Field, new FieldValue(value, isUncertain, set)));
    }

    /// <summary>The request of which fields that are not named may be set all the same.</summary>
    public RequestState Opened() => IsOpen ? this : new RequestState(Shape, Origin, isOpen: true, Fields);

    public RequestState Map(Func<Term, Term> change)
    {
        var origin = Origin is null ? null : change(Origin);
        var fields = Fields.Select((field, value) => (
            field,
            value.Value is { } term && change(term) is var changed && !ReferenceEquals(changed, term)
                ? value.With(changed)
                : value));
        return ReferenceEquals(origin, Origin) && ReferenceEquals(fields, Fields) ? this : new RequestState(Shape, origin, IsOpen, fields);
    }

    /// <summary>What is known of a request that is either of the two.</summary>
    public RequestState Join(RequestState other)
    {
        if (Equals(other))
        {
            return this;
        }

        // Two that began elsewhere may differ in any field; what one alone has set is uncertain.
        var isOpen = IsOpen || other.IsOpen || !Equals(Origin, other.Origin);
        var fields = SmallMap<Field, FieldValue>.Empty;
        foreach (var field in Fields.Keys.Concat(other.Fields.Keys.Where(field => !Fields.Has(field))))
        {
            var isInThis = Fields.TryGet(field, out var value);
            var isInOther = other.Fields.TryGet(field, out var otherValue);
            var joined = isInThis && isInOther ? value.Join(otherValue) : (isInThis ? value : otherValue).OrNone();
            if (!isOpen || !joined.IsUncertain)
            {
                fields = fields.With(field, joined);
            }
        }

        return new RequestState(Shape, Equals(Origin, other.Origin) ? Origin : null, isOpen, fields);
    }

    /// <inheritdoc/>
    public bool Equals(RequestState? other) =>
        ReferenceEquals(this, other)
        || (other is not null && other.Shape == Shape && other.IsOpen == IsOpen && Equals(other.Origin, Origin) && other.Fields.Equals(Fields));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RequestState);

    /// <inheritdoc/>
    public override int GetHashCode() => Fields.GetHashCode() ^ (Origin?.GetHashCode() ?? 0);
}
