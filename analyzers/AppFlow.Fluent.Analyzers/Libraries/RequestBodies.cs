using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>What the constructors, <c>With…</c> methods and extensions of this compilation do, each read once. Lives as long as the compilation.</summary>
internal sealed class RequestBodies(RequestLibrary library, TreeModels trees)
{
    private readonly ConcurrentDictionary<(IMethodSymbol Method, RequestKind Kind), BodySummary> _summaries = new(Keys.Instance);

    public BodySummary SummaryOf(IMethodSymbol method, RequestKind kind) => SummaryOf(method, kind, new Reading());

    public BodySummary SummaryOf(IMethodSymbol method, RequestKind kind, Reading reading)
    {
        var definition = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (_summaries.TryGetValue((definition, kind), out var known))
        {
            return known;
        }

        var isOutermost = reading.IsOutermost;
        if (!reading.Enter(definition))
        {
            return BodySummary.Unknown;
        }

        try
        {
            var read = new BodyReader(library, trees, kind, definition, reading).Read() ?? BodySummary.Unknown;
            return isOutermost || !reading.IsCutShort ? _summaries.GetOrAdd((definition, kind), read) : read;
        }
        finally
        {
            reading.Leave(definition);
        }
    }

    private sealed class Keys : IEqualityComparer<(IMethodSymbol Method, RequestKind Kind)>
    {
        public static readonly Keys Instance = new();

        public bool Equals((IMethodSymbol Method, RequestKind Kind) x, (IMethodSymbol Method, RequestKind Kind) y) =>
            ReferenceEquals(x.Kind, y.Kind) && SymbolEqualityComparer.Default.Equals(x.Method, y.Method);

        public int GetHashCode((IMethodSymbol Method, RequestKind Kind) key) => SymbolEqualityComparer.Default.GetHashCode(key.Method);
    }
}
