using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Libraries;

/// <summary>
/// One semantic model for each tree in which bodies are read. Lives as long as the compilation's <see cref="RequestLibrary"/>.
/// </summary>
internal sealed class TreeModels(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    /// <summary>How many trees were read.</summary>
    public int Count => _models.Count;

    /// <summary>
    /// The operation of a node; null if the node has none, or belongs to another compilation, as the source of a project reference does.
    /// </summary>
    public IOperation? OperationOf(SyntaxNode node) =>
        compilation.ContainsSyntaxTree(node.SyntaxTree) ? _models.GetOrAdd(node.SyntaxTree, ModelOf).GetOperation(node) : null;

#pragma warning disable RS1030 // The analysis context offers only the model of the analysed file, and requests are declared in other files.
    private SemanticModel ModelOf(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
