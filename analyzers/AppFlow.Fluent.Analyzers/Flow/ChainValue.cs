using AppFlow.Fluent.Analyzers.Requests;
using Microsoft.CodeAnalysis.Operations;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>What a chain that begins a request sends, without a look at the body around it.</summary>
internal static class ChainValue
{
    /// <summary>The value; null when a call in the chain may set any field.</summary>
    public static RequestValue? Value(this Chain chain)
    {
        var value = RequestValue.New(chain.Calls[0].Request);
        foreach (var call in chain.Calls)
        {
            if (call.Kind == RequestCallKind.With && call.Sets.IsEmpty)
            {
                return null;
            }

            value = value.With(call.SetBits());
            if (call.Operation is IObjectCreationOperation { Initializer: { } initializer })
            {
                foreach (var member in initializer.Initializers)
                {
                    if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target }
                        && call.Request.FieldNamed(target.Property.Name) is { } field)
                    {
                        value = value.With(field.Bit);
                    }
                }
            }
        }

        return value;
    }

    /// <summary>The fields that a call gives something.</summary>
    public static ulong SetBits(this RequestCall call)
    {
        var bits = 0UL;
        foreach (var set in call.Sets)
        {
            // An optional parameter that is left out gives the field nothing. Nor does null, but of that AFF2003 tells alone.
            if (set.Parameter is null || call.ValueOf(set) is not null)
            {
                bits |= set.Field.Bit;
            }
        }

        return bits;
    }
}
