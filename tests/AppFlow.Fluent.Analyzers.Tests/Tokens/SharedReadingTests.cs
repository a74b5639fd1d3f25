using System.Collections.Concurrent;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.Analyzers.TokenIndex;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

/// <summary>A build analyses its files in parallel: threads that wait for the token index read it together.</summary>
public sealed class SharedReadingTests
{
    private static readonly Compilation Project = LiveDiagnostics.Compile(Enumerable.Range(0, 500).Select(i => ($"File{i}.cs", $"class C{i} {{ }}")));

    [Fact]
    public void Each_tree_is_read_once_by_concurrent_readers()
    {
        var read = new ConcurrentQueue<SyntaxTree>();
        var reading = new SharedReading([.. Project.SyntaxTrees], (tree, _) => read.Enqueue(tree));

        Parallel.For(0, 8, _ => reading.Join(CancellationToken.None));

        Assert.Equal(Project.SyntaxTrees.Count(), read.Count);
        Assert.Equal(read.Count, read.Distinct().Count());
    }

    [Fact]
    public void A_cancelled_reader_leaves_the_rest_to_the_others()
    {
        var read = new List<SyntaxTree>();
        using var cancellation = new CancellationTokenSource();
        var reading = new SharedReading([.. Project.SyntaxTrees], (tree, _) =>
        {
            read.Add(tree);
            if (read.Count == 10)
            {
                cancellation.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => reading.Join(cancellation.Token));
        Assert.Equal(10, read.Count);

        // A tree that was taken but not read is read when the whole is combined.
        reading.Join(CancellationToken.None);
        Assert.Equal(Project.SyntaxTrees.Count() - 1, read.Distinct().Count());
    }
}
