using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The summary of each tree, created once and cached across edits as long as the tree exists.</summary>
/// <remarks>
/// Trees are compared by identity, not by text: two with the same text may be in different projects. Roslyn's own SyntaxTreeValueProvider
/// takes a lock for each look-up, and an edit looks up every tree of the project.
/// </remarks>
internal sealed class TreeSummaries
{
    private readonly ConditionalWeakTable<SyntaxTree, TreeSummary> _summaries = new();
    private readonly object _gate = new();
    private int _made;

    /// <summary>How many were created, for the test that an edit creates one.</summary>
    public int Made => Volatile.Read(ref _made);

    public TreeSummary Of(SyntaxTree tree) => _summaries.TryGetValue(tree, out var summary) ? summary : Make(tree);

    private TreeSummary Make(SyntaxTree tree)
    {
        lock (_gate)
        {
            if (!_summaries.TryGetValue(tree, out var summary))
            {
                _summaries.Add(tree, summary = new TreeSummary(tree));
                _made++;
            }

            return summary;
        }
    }
}
