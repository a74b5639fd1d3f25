using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What is known about one request at one point.</summary>
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

    /// <summary>The unknown request that it was made from: a parameter or a method's result. Null if it was created here.</summary>
    public Term? Origin { get; }

    /// <summary>Whether fields that are not listed may still be set.</summary>
    public bool IsOpen { get; }

    /// <summary>The fields that were or may have been set.</summary>
    public SmallMap<Field, FieldValue> Fields { get; }

    /// <summary>The source of the request's token: the token field or the operation id, whichever was set.</summary>
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

    /// <summary>Whether the field is certainly unset.</summary>
    public bool Lacks(Field field) => !IsOpen && !Fields.Has(field);

    /// <summary>Whether the field may be unset.</summary>
    public bool IsUncertain(Field field) => Fields.TryGet(field, out var value) ? value.IsUncertain : IsOpen;

    /// <summary>The request after a field was set.</summary>
    public RequestState With(FieldSet set, Term? value)
    {
        var fields = Fields;
        if (set.Field.Role != FieldRole.Content)
        {
            fields = fields.Where((field, _) => field.Role == FieldRole.Content);
        }

        // A required field with the value null was not forgotten: the rule for values reports it.
        if (value is Constant { Value: null } && !set.IsUncertain && !(set.Field.IsRequired && set.Field.Role == FieldRole.Content))
        {
            return IsOpen && !Fields.Has(set.Field) ? this : new RequestState(Shape, Origin, IsOpen, fields.Without(set.Field));
        }

        // A field that is certainly set stays set, whatever an unknown method does.
        var isUncertain = set.IsUncertain && !(Fields.TryGet(set.Field, out var before) && !before.IsUncertain);
        return new RequestState(Shape, Origin, IsOpen, fields.With(set.Field, new FieldValue(value, isUncertain, set)));
    }

    /// <summary>The request, whose other fields may be set too.</summary>
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

    /// <summary>The merge of two request states.</summary>
    public RequestState Join(RequestState other)
    {
        if (Equals(other))
        {
            return this;
        }

        // Requests with different origins may differ in any field; a field that only one has set is uncertain.
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
