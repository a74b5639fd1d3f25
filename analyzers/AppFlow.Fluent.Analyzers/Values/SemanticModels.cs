using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Values;

/// <summary>One semantic model for each tree that a rule reads besides the analysed file, shared by all rules.</summary>
internal static class SemanticModels
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> Models = new();

    /// <summary>The tree's model; null if the tree belongs to another compilation, as the source of a project reference does.</summary>
    public static SemanticModel? Of(Compilation compilation, SyntaxTree tree)
    {
        if (!compilation.ContainsSyntaxTree(tree))
        {
            return null;
        }

        return Models.GetOrCreateValue(compilation).GetOrAdd(tree, tree => GetModel(compilation, tree));
    }

    /// <summary>How many trees of the compilation were read, for the test that an edit does not bind the whole project.</summary>
    public static int CountOf(Compilation compilation) => Models.TryGetValue(compilation, out var models) ? models.Count : 0;

#pragma warning disable RS1030 // The analysis context offers only the model of the analysed file, and constants live in other files.
    private static SemanticModel GetModel(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
