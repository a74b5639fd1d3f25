using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The summary of each tree, made once and kept from edit to edit for as long as somebody has the tree.</summary>
/// <remarks>
/// Trees are told apart by what they are, not by what they say: two with the same text may stand in different projects. Roslyn's own
/// SyntaxTreeValueProvider takes a lock at each look-up, and an edit looks every tree of the project up.
/// </remarks>
internal sealed class TreeSummaries
{
    private readonly ConditionalWeakTable<SyntaxTree, TreeSummary> _summaries = new();
    private readonly object _gate = new();
    private int _made;

    /// <summary>How many were made, for the test that an edit makes one.</summary>
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
