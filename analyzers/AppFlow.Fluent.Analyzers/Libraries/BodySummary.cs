using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>The effects of a constructor, a <c>With…</c> or an extension, read from its body.</summary>
internal sealed class BodySummary
{
    /// <summary>A body that cannot be read.</summary>
    public static readonly BodySummary Unknown = new() { IsOpen = true };

    /// <summary>Whether it may have unknown effects.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it returns its receiver.</summary>
    public bool ReturnsSource { get; init; }

    /// <summary>The request that the result is based on: the receiver or a parameter. Null if there is none.</summary>
    public ISymbol? Origin { get; init; }

    /// <summary>The new value of each property that differs from the origin's.</summary>
    public IReadOnlyDictionary<string, PropertyValue> Values { get; init; } = new Dictionary<string, PropertyValue>();

    public static BodySummary Of(RequestContent state, RequestKind kind, bool returnsSource)
    {
        // A constructor starts with nothing; if it copies another request, that one is its origin.
        var origin = state.Origin ?? state.Values.Values.Select(value => value.Origin).FirstOrDefault(candidate => candidate is not null);
        var values = new Dictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var property in kind.Properties)
        {
            var value = state[property.Name];
            if (value.Origin is not null && !SymbolEqualityComparer.Default.Equals(value.Origin, origin))
            {
                value = PropertyValue.Unknown;
            }

            if (value.Origin is null && (origin is not null || value.IsGiven))
            {
                values[property.Name] = value;
            }
        }

        return new() { IsOpen = state.IsOpen, ReturnsSource = returnsSource, Origin = origin, Values = values };
    }
}
