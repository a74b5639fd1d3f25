using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Reads what is then put together of all trees. A compiler analyzes files side by side, and each soon needs the whole: whoever comes
/// takes some of the trees that are left, instead of waiting for the one that came first.
/// </summary>
internal sealed class SharedReading(ImmutableArray<SyntaxTree> trees, Action<SyntaxTree, CancellationToken> read)
{
    private int _last = -1;

    /// <summary>Reads until no tree is left that nobody has taken. What is taken and then cancelled is read by whoever puts the whole together.</summary>
    public void Join(CancellationToken cancellationToken)
    {
        // Asked before the step: the number must not grow with the number of those who ask.
        while (Volatile.Read(ref _last) < trees.Length - 1 && Interlocked.Increment(ref _last) is var next && next < trees.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read(trees[next], cancellationToken);
        }
    }
}
