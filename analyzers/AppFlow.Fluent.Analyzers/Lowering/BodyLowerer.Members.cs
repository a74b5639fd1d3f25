using AppFlow.Fluent.Analyzers.Lowering.Known;
using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;
using AppFlow.Fluent.Rules.Terms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Lowering;

internal sealed partial class BodyLowerer
{
    private readonly Stack<Term> _receivers = new();
    private readonly StableMembers _stableMembers;
    private readonly ComputedProperties _computedProperties;

    private Term FieldValue(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
        {
            return new Constant("");
        }

        if (_constants.MemberOf(field) is { } constant)
        {
            return constant;
        }

        return field.IsStatic ? MemberOf(field, receiver: null) : Member(field, reference.Instance);
    }

    private Term PropertyValue(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Arguments.Length > 0)
        {
            if (_library.CallOf(reference) is { } call)
            {
                return Request(call);
            }

            var operands = new List<Term>();
            if (reference.Instance is not null)
            {
                operands.Add(Value(reference.Instance));
            }

            operands.AddRange(reference.Arguments.Select(argument => Value(argument.Value)));
            if (operands.Count == 2 && operands[1] is Constant { Value: "ClientToken" } && reference.Instance is IPropertyReferenceOperation { Property.Name: "Data" } data)
            {
                ReadsToken(data);
            }

            return TermFactory.Apply(Function.Element, [.. operands]);
        }

        if (Clocks.GrainOf(property) is { } grain)
        {
            Effects(reference.Instance);
            return Make(SiteKind.Clock, reference, grain);
        }

        if (KnownMembers.IsReadAnew(property) || _computedProperties.IsMadeAnew(property, _cancellationToken))
        {
            Effects(reference.Instance);
            return Make(KnownMembers.IsItem(property) ? SiteKind.Item : SiteKind.Unknown, reference);
        }

        var receiver = property.IsStatic || reference.Instance is null ? null : Value(reference.Instance);
        if (receiver is not null && Types.IsException(property.ContainingType) && FailureProperty(property, receiver, reference) is { } failure)
        {
            return failure;
        }

        if (receiver is not null && TaskMembers.IsTask(property.ContainingType) && property.Name == "Result")
        {
            return Awaited(receiver, reference);
        }

        if (receiver is not null && !_isLookedAt && _library.MentionOf(reference) is { } mention && _library.KindOf(reference.Instance?.Type) is { } kind)
        {
            Add(new MutateStep(receiver, kind.Shape, [new FieldSet(mention.Field, value: null) { IsUncertain = mention.IsUncertain }]) { Place = reference });
            return Unknown(reference);
        }

        return receiver is not null && Clocks.ReadingOf(property) is { } reading ? ClockReading(receiver, property, reading, reference) : MemberOf(property, receiver);
    }

    private Term? FailureProperty(IPropertySymbol property, Term failure, IPropertyReferenceOperation place)
    {
        if (!_library.IsOfLibrary(property.ContainingType))
        {
            return null;
        }

        switch (property.Name)
        {
            case "MayHaveBeenApplied":
                return TermFactory.Not(TermFactory.Apply(new Function(FunctionKind.FailureIs, FailureTests.NotApplied), failure));
            case "IsRetryable":
                return TermFactory.Apply(new Function(FunctionKind.FailureIs, FailureTests.IsRetryable), failure);
            case "ClientToken":
                ReadsToken(place);
                return null;
            default:
                return null;
        }
    }

    // The failed call's token is read for reuse: the call is continued.
    private void ReadsToken(IPropertyReferenceOperation place)
    {
        if (!_isLookedAt && place.Instance is { } failure && Types.IsException(failure.Type))
        {
            Add(new ContinueStep(Value(failure)) { Place = place });
        }
    }

    private Term Member(ISymbol member, IOperation? instance) => MemberOf(member, instance is null ? null : Value(instance));

    /// <summary>The value of a field or property of an object; without an object if it is static.</summary>
    private Term MemberOf(ISymbol member, Term? receiver)
    {
        if (receiver is not null && member is IPropertySymbol property)
        {
            if (_library.KindOf(property.ContainingType)?.FieldOf(property) is { } field)
            {
                return TermFactory.Apply(new Function(FunctionKind.StableMember, field), receiver);
            }

            switch (KnownMembers.SizeOf(property))
            {
                case FunctionKind.Length:
                    return receiver is Constant { Value: string text } ? new Constant(text.Length) : TermFactory.Apply(Function.Length, receiver);
                case FunctionKind.Count:
                    return TermFactory.Apply(Function.Count, receiver);
                case FunctionKind.IsEmpty:
                    return TermFactory.Apply(Function.IsEmpty, receiver);
            }

            if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            {
                return property.Name == "HasValue" ? TermFactory.IsNotNull(receiver) : receiver;
            }

            if (TaskMembers.StateOf(property) is { } state)
            {
                return TermFactory.Apply(state, receiver);
            }
        }

        if (member is IPropertySymbol { GetMethod: { } getter } && Computed(getter, receiver) is { } computed)
        {
            return computed;
        }

        // A tuple element has several names.
        var named = member is IFieldSymbol { CorrespondingTupleField: { } item } ? item : member;
        var function = new Function(_stableMembers.IsStable(member) ? FunctionKind.StableMember : FunctionKind.Member, named.OriginalDefinition)
        {
            Part = PlaceInTuple(member),
            IsNeverNull = member is IPropertySymbol { Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } } && _library.IsOfLibrary(member.ContainingType),
        };
        return receiver is null ? new Apply(function) : TermFactory.Apply(function, receiver);
    }

    private Term ElementValue(IArrayElementReferenceOperation element)
    {
        var operands = new List<Term> { Value(element.ArrayReference) };
        operands.AddRange(element.Indices.Select(Value));
        return TermFactory.Apply(Function.Element, [.. operands]);
    }

    // A clock that is read here gets a site with its precision; a clock value in a variable keeps its value, and the function gives the
    // precision.
    private Term ClockReading(Term clock, ISymbol reading, ClockGrain grain, IOperation place) => clock is Root { Site: { Kind: SiteKind.Clock } read }
        ? Make(SiteKind.Clock, place, Clocks.Coarser(read.Grain, grain))
        : TermFactory.Apply(new Function(FunctionKind.Pure, grain), TermFactory.Apply(new Function(FunctionKind.Pure, reading.OriginalDefinition), clock));
}
