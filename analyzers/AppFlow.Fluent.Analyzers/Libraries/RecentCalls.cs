using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// The last calls that were read. The rules and the analysis of a body ask for each call several times, one soon after another; to keep
/// more would hold the operations of the whole compilation in memory.
/// </summary>
internal sealed class RecentCalls
{
    private const int Kept = 256;

    private readonly RequestCall?[] _calls = new RequestCall?[Kept];

    /// <summary>The call of an operation; null if it was not read lately.</summary>
    public RequestCall? Find(IOperation operation) => Volatile.Read(ref At(operation)) is { } call && call.Operation == operation ? call : null;

    public RequestCall Keep(RequestCall call)
    {
        Volatile.Write(ref At(call.Operation), call);
        return call;
    }

    private ref RequestCall? At(IOperation operation) => ref _calls[RuntimeHelpers.GetHashCode(operation) & (Kept - 1)];
}
