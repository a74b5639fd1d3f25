using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The summaries of all trees, and the tokens that they and the referenced assemblies mark.</summary>
internal sealed class IndexedTrees
{
    // With more edited files, the whole index is rebuilt.
    private const int MaxEdited = 16;

    private readonly TreeSummary[] _own;

    private IndexedTrees(TreeSummary[] own, IReadOnlyList<TreeSummary> all, TokenKeys keys, string listed)
    {
        _own = own;
        All = all;
        Keys = keys;
        Listed = listed;
        First = this;
    }

    private IndexedTrees(TreeSummary[] own, IndexedTrees first, IReadOnlyList<TreeSummary> edited, IReadOnlyList<TreeSummary> replaced)
        : this(own, first.All, first.Keys, first.Listed)
    {
        First = first;
        Edited = edited;
        Replaced = replaced;
    }

    /// <summary>The trees of the compilation, in order.</summary>
    public IReadOnlyList<TreeSummary> Own => _own;

    /// <summary>These as they were first read, and the trees of the projects that the compilation references in source.</summary>
    public IReadOnlyList<TreeSummary> All { get; }

    public TokenKeys Keys { get; }

    /// <summary>The tokens that the project lists.</summary>
    public string Listed { get; }

    /// <summary>
    /// The trees of the compilation that was read completely: this one, or one that differs in the bodies of a few files.
    /// </summary>
    public IndexedTrees First { get; }

    /// <summary>The trees that <see cref="First"/> does not have, in the compilation's order.</summary>
    public IReadOnlyList<TreeSummary> Edited { get; } = [];

    /// <summary>The trees of <see cref="First"/> that no longer exist.</summary>
    public IReadOnlyList<TreeSummary> Replaced { get; } = [];

    /// <summary>The same as after a complete reading.</summary>
    public IndexedTrees AsFirst() => First == this ? this : new IndexedTrees(_own, [.. _own, .. All.Skip(_own.Length)], Keys, Listed);

    /// <summary>Reads all trees, and the marks of what the compilation references.</summary>
    public static IndexedTrees Read(Compilation compilation, TreeSummaries summaries, RequestLibrary library, CancellationToken cancellationToken)
    {
        var own = compilation.SyntaxTrees.Select(summaries.Of).ToArray();
        var all = new List<TreeSummary>(own);
        var assemblies = new List<IAssemblySymbol>();
        foreach (var reference in compilation.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly || !ReferencedMembers.CanHaveTokens(assembly))
            {
                continue;
            }

            // A project that is referenced in source changes with each of its edits; its unchanged trees are not read again.
            if (reference is CompilationReference { Compilation: { Language: LanguageNames.CSharp } project })
            {
                all.AddRange(project.SyntaxTrees.Select(summaries.Of));
            }
            else
            {
                assemblies.Add(assembly);
            }
        }

        return new IndexedTrees(own, all, new TokenKeys(all, assemblies, library.TokenNames, cancellationToken), library.Listed.Key);
    }

    /// <summary>
    /// The same for a compilation of the same <see cref="DeclarationVersion"/>: reads only the edited trees. Null if the edits changed more
    /// than bodies: constants, or marks.
    /// </summary>
    public IndexedTrees? After(Compilation compilation, TreeSummaries summaries, RequestLibrary library, CancellationToken cancellationToken)
    {
        if (Listed != library.Listed.Key)
        {
            return null;
        }

        var own = (TreeSummary[])First._own.Clone();
        var edited = new List<TreeSummary>();
        var replaced = new List<TreeSummary>();
        var i = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var before = First._own[i];
            if (before.Tree != tree)
            {
                var after = summaries.Of(tree);
                if (edited.Count == MaxEdited
                    || before.HasMarks(cancellationToken)
                    || after.HasMarks(cancellationToken)
                    || !after.Declarations.AreSame(before.Declarations)
                    || !Keys.ForwardTheSame(before, after, cancellationToken))
                {
                    return null;
                }

                own[i] = after;
                edited.Add(after);
                replaced.Add(before);
            }

            i++;
        }

        return new IndexedTrees(own, First, edited, replaced);
    }
}
