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
    private const int Kept = 64;

    // By body, so that threads that analyse different bodies rarely displace each other's.
    private readonly BodyLook?[] _last = new BodyLook?[Kept];
    private Stack<IOperation.OperationList.Enumerator>? _open;
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
        var open = Interlocked.Exchange(ref _open, null) ?? new Stack<IOperation.OperationList.Enumerator>();
        found = BodyLook.At(blocks, owner, library, open, cancellationToken);
        _open = open;
        Volatile.Write(ref last, found);
        return found;
    }
}
