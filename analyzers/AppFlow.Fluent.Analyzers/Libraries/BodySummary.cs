using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What a constructor, a <c>With…</c> or an extension does, read from its body.</summary>
internal sealed class BodySummary
{
    /// <summary>A body that cannot be read.</summary>
    public static readonly BodySummary Unknown = new() { IsOpen = true };

    /// <summary>Whether it may do more than is known.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it gives its receiver back.</summary>
    public bool ReturnsSource { get; init; }

    /// <summary>The request that the result goes on from: the receiver's class, or a parameter. Null where it begins with nothing.</summary>
    public ISymbol? Origin { get; init; }

    /// <summary>What each property gets that does not keep what the origin has.</summary>
    public IReadOnlyDictionary<string, PropertyValue> Values { get; init; } = new Dictionary<string, PropertyValue>();

    public static BodySummary Of(RequestContent state, RequestKind kind, bool returnsSource)
    {
        // A constructor begins with nothing; where it takes over what another request has, it goes on from that one.
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
