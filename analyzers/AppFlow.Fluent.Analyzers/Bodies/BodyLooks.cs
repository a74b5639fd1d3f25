using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Bodies;

/// <summary>
/// The looks at the bodies that are being analysed. A host runs all rules on one body before it goes on to the next, so only the last few
/// are kept: to keep all would hold the operations of the whole compilation in memory.
/// </summary>
internal sealed class BodyLooks(RequestLibrary library)
{
    private const int Kept = 16;

    private readonly BodyLook?[] _last = new BodyLook?[Kept];
    private int _made;

    /// <summary>How many bodies were searched, for the guard that each is searched once.</summary>
    public int Made => Volatile.Read(ref _made);

    public BodyLook At(ImmutableArray<IOperation> blocks, ISymbol owner, CancellationToken cancellationToken)
    {
        ref var last = ref _last[(RuntimeHelpers.GetHashCode(blocks[0]) & int.MaxValue) % Kept];
        if (Volatile.Read(ref last) is { } found && found.Blocks == blocks)
        {
            return found;
        }

        Interlocked.Increment(ref _made);
        found = BodyLook.At(blocks, owner, library, cancellationToken);
        Volatile.Write(ref last, found);
        return found;
    }
}
