using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>
/// Reads all trees in parallel before they are combined. A compiler analyses files in parallel, and each soon needs the whole: every thread
/// reads some of the remaining trees, instead of waiting for the first thread.
/// </summary>
internal sealed class SharedReading(ImmutableArray<SyntaxTree> trees, Action<SyntaxTree, CancellationToken> read)
{
    private int _last = -1;

    /// <summary>Reads until all trees are taken. A tree that was taken and then cancelled is read when the whole is combined.</summary>
    public void Join(CancellationToken cancellationToken)
    {
        // Checked before the step, so that the counter does not grow with the number of callers.
        while (Volatile.Read(ref _last) < trees.Length - 1 && Interlocked.Increment(ref _last) is var next && next < trees.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read(trees[next], cancellationToken);
        }
    }
}
