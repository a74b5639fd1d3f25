using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>
/// The analysed bodies of a compilation. Each is analysed on first use and kept as long as the compilation, because several rules, and the
/// token places of other files, need the same body.
/// </summary>
internal sealed class FlowBodies
{
    private static readonly ConditionalWeakTable<RequestLibrary, FlowBodies> Kept = new();

    private readonly Compilation _compilation;
    private readonly RequestLibrary _library;
    private readonly TestTypes _tests = new();
    private readonly ConcurrentDictionary<SyntaxNode, Entry> _bodies = new();
    private int _analysed;

    private FlowBodies(Compilation compilation, RequestLibrary library)
    {
        _compilation = compilation;
        _library = library;
        Looks = new BodyLooks(library);
    }

    /// <summary>How many bodies were analysed, for the guard that limits their number.</summary>
    public int Analysed => Volatile.Read(ref _analysed);

    public static FlowBodies Of(Compilation compilation, RequestLibrary library)
    {
        if (!Kept.TryGetValue(library, out var bodies))
        {
            bodies = Kept.GetValue(library, created => new FlowBodies(compilation, created));
        }

        return bodies;
    }

    /// <summary>What the blocks of the members that are being analysed contain.</summary>
    public BodyLooks Looks { get; }

    /// <summary>The body around a node; null if there is none, or none with a request.</summary>
    public FlowBody? Around(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (BodyOwner.Of(node) is not { } owner)
        {
            return null;
        }

        var entry = _bodies.GetOrAdd(owner, static _ => new Entry());

        // Not a Lazy, because it would cache a cancellation permanently.
        lock (entry)
        {
            if (!entry.IsMade)
            {
                entry.Body = FlowBody.Analyse(owner, semantics, _compilation, _library, _tests, cancellationToken);
                entry.IsMade = true;
                Interlocked.Increment(ref _analysed);
            }

            return entry.Body;
        }
    }

    private sealed class Entry
    {
        public bool IsMade { get; set; }

        public FlowBody? Body { get; set; }
    }
}
