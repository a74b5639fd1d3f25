using System.Collections.Immutable;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>What the semantic model said of a call.</summary>
internal readonly struct JudgedCall(ImmutableArray<TokenPlace> places, bool readsFields)
{
    public static JudgedCall Nothing { get; } = new(ImmutableArray<TokenPlace>.Empty, readsFields: false);

    public ImmutableArray<TokenPlace> Places { get; } = places;

    /// <summary>Whether it hangs on what a <c>static readonly</c> field is initialised with: that is no part of what a file declares.</summary>
    public bool ReadsFields { get; } = readsFields;
}
