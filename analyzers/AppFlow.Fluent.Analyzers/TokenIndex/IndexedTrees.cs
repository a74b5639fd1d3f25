using AppFlow.Fluent.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.TokenIndex;

/// <summary>The summaries of all trees, and what they and the referenced assemblies mark as a token.</summary>
internal sealed class IndexedTrees
{
    public IndexedTrees(Compilation compilation, TreeSummaries summaries, TokenNames names, CancellationToken cancellationToken)
    {
        Own = compilation.SyntaxTrees.Select(summaries.Of).ToList();
        var all = new List<TreeSummary>(Own);
        var assemblies = new List<IAssemblySymbol>();
        foreach (var reference in compilation.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly || !ReferencedMembers.CanHaveTokens(assembly))
            {
                continue;
            }

            // A project that is referenced in source changes with each edit there; its trees that did not change are not read again.
            if (reference is CompilationReference { Compilation: { Language: LanguageNames.CSharp } project })
            {
                all.AddRange(project.SyntaxTrees.Select(summaries.Of));
            }
            else
            {
                assemblies.Add(assembly);
            }
        }

        All = all;
        Keys = new TokenKeys(all, assemblies, names, cancellationToken);
    }

    /// <summary>The trees of the compilation itself, in its order.</summary>
    public IReadOnlyList<TreeSummary> Own { get; }

    /// <summary>These, and the trees of the projects that it references in source.</summary>
    public IReadOnlyList<TreeSummary> All { get; }

    public TokenKeys Keys { get; }
}
